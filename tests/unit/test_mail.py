"""The header of a mail among lines of fields: what is the title, who the author, what stays."""

from typing import Any

import pytest

import normalize
from normalize import NormalizeError, Record

BODY = (
    "\nRain fell in the night, and by the morning the streets of the old town were under water.\n"
)
DATE = "Date: Tue, 09 Apr 2024 13:00:00 +0700\n"
SUBJECT = "Subject: Re: Bridge stays closed\n"

HEADERS: list[tuple[str, dict[str, Any]]] = [
    (
        f"From: Jane Roe <jane@news.example>\n{DATE}{SUBJECT}Message-ID: <1@news.example>\n",
        {
            "title": "Re: Bridge stays closed",
            "authors": ("Jane Roe",),
            "published": "2024-04-09T13:00:00+07:00",
            "extra": {"Message-ID": "<1@news.example>"},
        },
    ),
    (
        f"{SUBJECT}{DATE}from: jane@news.example (Jane Roe)\n",
        {"title": "Re: Bridge stays closed", "authors": ("Jane Roe",), "extra": {}},
    ),
    (f'From: "Roe, Jane" <jane@news.example>\n{DATE}{SUBJECT}', {"authors": ("Roe, Jane",)}),
    (
        f"From: jane@news.example\n{DATE}{SUBJECT}",
        {
            "title": "Re: Bridge stays closed",
            "authors": (),
            "extra": {"From": "jane@news.example"},
        },
    ),
    # Encoded words are not what is meant.
    (
        f"From: =?utf-8?B?xZY=?= <a@b.example>\n{DATE}Subject: =?utf-8?Q?Br=C3=BCcke?=\n",
        {
            "title": None,
            "authors": (),
            "extra": {
                "From": "=?utf-8?B?xZY=?= <a@b.example>",
                "Subject": "=?utf-8?Q?Br=C3=BCcke?=",
            },
        },
    ),
    # A subject that goes on, and a field for each station.
    (
        "Received: from a.example by b.example;\n\tTue, 9 Apr 2024 13:00:01 +0700\n"
        "Received: from c.example by a.example\nFrom: Jane Roe <jane@news.example>\n"
        f"{DATE}Subject: Bridge stays\n closed\n",
        {"title": "Bridge stays closed", "authors": ("Jane Roe",), "problems": ()},
    ),
    # Fields of these names are believed first.
    (
        f"From: Jane Roe <jane@news.example>\n{DATE}{SUBJECT}Title: Bridge\nAuthor: Bo Lind\n",
        {
            "title": "Bridge",
            "authors": ("Bo Lind",),
            "extra": {
                "From": "Jane Roe <jane@news.example>",
                "Subject": "Re: Bridge stays closed",
            },
        },
    ),
    # No mail: nobody sent it.
    (f"{DATE}{SUBJECT}", {"title": None, "extra": {"Subject": "Re: Bridge stays closed"}}),
    (
        f"From: https://news.example/1\n{DATE}{SUBJECT}",
        {
            "title": None,
            "url": "https://news.example/1",
            "extra": {"Subject": "Re: Bridge stays closed"},
        },
    ),
    (
        "---\nfrom: Jane Roe <jane@news.example>\ndate: 2024-04-09\nsubject: Bridge\n---\n",
        {"format": "jekyll-post", "title": None, "authors": ()},
    ),
]


@pytest.mark.parametrize(("header", "said"), HEADERS)
def test_fields_of_a_mail_are_read(header: str, said: dict[str, Any]) -> None:
    record = normalize.loads(f"{header}{BODY}")
    wanted = {"format": "pelican-post"} | said
    assert {key: getattr(record, key) for key in wanted} == wanted


def test_fields_of_a_mail_are_edited_where_they_stand() -> None:
    text = f"From: Jane Roe <jane@news.example>\n{DATE}{SUBJECT}{BODY}"
    after = normalize.parse(text).replace(title="Bridge opens", authors="Bo Lind")
    assert after.to_bytes().decode() == (
        f"From: Bo Lind <jane@news.example>\n{DATE}Subject: Bridge opens\n{BODY}"
    )


def test_title_that_is_inserted_leaves_the_sender_the_author() -> None:
    text = f"From: Jane Roe <jane@news.example>\n{DATE}Subject: =?utf-8?Q?B?=\n{BODY}"
    after = normalize.parse(text).replace(title="Bridge")
    assert (after.record.title, after.record.authors) == ("Bridge", ("Jane Roe",))


def test_fields_that_would_read_as_a_mail_are_refused() -> None:
    extra: dict[str, Any] = {"From": "Jane Roe <jane@news.example>", "Subject": "Bridge"}
    record = Record(title="Rain again in Oslo", extra=extra, text=BODY.strip())
    assert normalize.loads(normalize.dumps(record, "pelican-post")).extra == extra
    dated = Record(title="Rain again in Oslo", published="2024-04-09", extra=extra, text="Rain.")
    with pytest.raises(NormalizeError, match=r"of this record: extra .*they make no mail"):
        normalize.dumps(dated, "pelican-post")
