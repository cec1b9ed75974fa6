"""``normalize explain``: what people are told of a file, and that nothing of the file steers it."""

import io
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

import normalize
from normalize.cli import main
from normalize.commands import explain, paint
from normalize.terminal import harmless

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
SPECIMENS = sorted(CORPUS.glob("*/*.txt"))
LEAD = "Rain fell in the night, and by the morning the streets of the old town were under water."


class Ran(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command in the corpus, in this process, its output no terminal."""
    monkeypatch.chdir(CORPUS)
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)

    def call(*words: str) -> Ran:
        status = main(["explain", *words])
        return Ran(status, *capsys.readouterr())

    return call


def section(page: str, name: str) -> list[str]:
    """The lines below one heading."""
    return page.partition(f"\n\n{name}\n")[2].partition("\n\n")[0].split("\n")


def explained(data: bytes | str, *, colour: bool = False) -> str:
    return "\n".join(["", *explain.render(normalize.explain(data), colour=colour)])


def test_text_stands_beside_a_margin_of_roles(run: Run) -> None:
    ran = run("headline-timestamp/crawl-clock-at-the-top.txt")
    assert (ran.status, ran.err) == (0, "")
    lines = section(ran.out, "text")
    assert lines[:8] == [
        "    1 navigation   الأحد",
        "    2 navigation   22 سبتمبر 2024",
        "    3 navigation   16:30",
        "    4",
        "    5 title        مزارعو الوادي يحصدون أول موسم من الزعفران",
        "    6",
        "    7 date         تاريخ النشر: 18 سبتمبر 2024 - 09:27",
        "    8 byline       بقلم: نادية الصالح",
    ]
    assert lines[-1] == "   22 related      الوادي ينتظر طريقا جديدا"


def test_line_with_several_roles_is_a_line_for_each(run: Run) -> None:
    lines = section(run("html-comment/epoch-days-after-the-stamp.txt").out, "text")
    assert lines[:9] == [
        "    1 markup       <!--",
        "      date         1661137800000",
        "      markup       -->",
        "    2 markup       [",
        "      title        Chợ nổi Cồn Sen họp lại sau mùa nước thấp",
        "      markup       ](",
        "      url          https://miensong.example/doi-song/cho-noi-con-sen.html",
        "      markup       )",
        "    3 markup       ------",
    ]


def test_format_is_told_with_what_claimed_it_and_why_others_lost(run: Run) -> None:
    lines = section(run("date-prefix/month-only-and-stamp-without-year.txt").out, "format")
    assert lines[:5] == [
        "  date-prefix, 1,238 bytes of utf-8",
        "  date-prefix claims 1:1-14: the word `date` and a year",
        "  headline claims 1:15-61: a short line that is no sentence, with text below it",
        "  timestamp claims 2:1-15: a line with a date and little else",
        "  the rest, from 3:1 on, looks like text",
    ]
    assert "  not address-line: it does not begin with an address alone on its line" in lines
    assert lines[-1].endswith("date-prefix comes before it and claims the text")


@pytest.mark.parametrize(
    ("specimen", "wanted"),
    [
        (
            "date-prefix/finer-stamp",
            """
  - published 2025-10-09
              date-prefix 1:7-16 2025-10-09 (the header states it)
              refused: coarser than the chosen one
  * published 2025-10-09T22:30
              timestamp 3:1-16 09/10/2025 22:30 (a stamp)
              chosen: finer precision; day and month settled by a labelled date""",
        ),
        (
            "html-comment/epoch-days-after-the-stamp",
            """
  - published 2022-08-22T03:10:00Z
              epoch-comment 1:5-17 1661137800000 (the header states it)
              refused: conflict: more than a day from what html says
  * published 2022-08-17T07:45+07:00
              html 5:14-39 17/08/2022 - 07:45 (GMT+7) (a stamp)
              chosen: maker before carrier before address""",
        ),
        (
            "headline-timestamp/day-settled-by-related",
            """
  * published 2024-04-03T07:30
              timestamp 2:11-28 03/04/2024 à 07h30 (the label says published)
              chosen: the only witness; day and month settled by the text's other dates
  - mention   2024-03-28
              related 19:1-10 28/03/2024
              refused: it dates a related item""",
        ),
        (
            "headline-timestamp/either-month-or-day",
            """
  - published 2024-04-03T07:30 or 2024-03-04T07:30
              timestamp 2:1-16 03/04/2024 07:30 (a stamp)
              refused: ambiguous: day and month may change places, and nothing settles it""",
        ),
        (
            "headline-timestamp/crawl-clock-at-the-top",
            """
  * published 2024-09-18T09:27
              timestamp 7:14-35 18 سبتمبر 2024 - 09:27 (the label says published)
              chosen: the only witness
  - crawl     2024-09-22
              headline 2:1-14 22 سبتمبر 2024
              refused: a clock among the site's furniture""",
        ),
        (
            "date-prefix/month-only-and-stamp-without-year",
            """
  - published 2025-07
              date-prefix 1:7-13 2025-07 (the header states it)
              refused: it gives the chosen one its year
  * published 2025-07-24T15:44
              timestamp 2:1-14 24 июля, 15:44 (a stamp)
              chosen: a prefix with the same month gives its year""",
        ),
        (
            "jekyll-post/label-and-truncated-teaser",
            """
  * published 2024-05-14T06:30:00+07:00
              front-matter 4:7-37 Tue, 14 May 2024 06:30:00 +0700 (the header states it)
              chosen: a stated zone
  - published 2024-05-14T06:15:02.118
              url 7:127-143 20240514061502118 (the article's address)
              refused: no zone is stated
  - mention   2024-05-14
              image-url 9:110-119 2024/05/14
              refused: a picture's address
  - mention   1931
              body 11:97-104 năm 1931
              refused: named in passing""",
        ),
        (
            "headline-timestamp/published-and-updated",
            """
  * modified  2019-11-20T11:05
              timestamp 3:48-71 11:05, Wed, Nov 20, 2019 (the label says modified)
              chosen: the only witness""",
        ),
    ],
)
def test_every_date_is_told_with_the_step_that_chose_or_refused(
    run: Run, specimen: str, wanted: str
) -> None:
    assert wanted in "\n".join(["", *section(run(f"{specimen}.txt").out, "dates")])


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("Rain again\n31/02/2025 07:30\n\n" + LEAD, ["invalid: there is no such date"]),
        ("Дождь в городе\n24 июля, 15:44\n\nДождь шёл всю ночь.", ["partial: it states no year"]),
        (
            "Rain again\n5 May 2025 10:00 5 May 2025 10:00\n\n" + LEAD,
            ["the first of those that say the same", "it says the same"],
        ),
    ],
)
def test_dates_that_are_none_are_told(text: str, reasons: list[str]) -> None:
    assert [verdict.reason for verdict in normalize.explain(text).dates] == reasons


def test_convention_that_settles_day_and_month_is_named() -> None:
    told = normalize.explain(
        "Un boulanger troque son pain\n03/04/2024 07:30\n\n"
        "À Montreval, un boulanger accepte depuis six mois d'être payé en livres."
    )
    assert told.dates[0].reason == (
        "the only witness; day and month settled by the convention of its language (fr)"
    )


@pytest.mark.parametrize(
    ("specimen", "wanted"),
    [
        (
            "jekyll-post/label-and-truncated-teaser",
            """
  title       Cần thủ tìm thấy loài cá tưởng đã tuyệt chủng trên sông Trà Khê
              without the label in brackets, which another witness does not have
              front-matter 3:9-84 [Sông nước] """,
        ),
        (
            "jekyll-post/label-and-truncated-teaser",
            """
              markdown 11:1-144 (it breaks off where a later paragraph goes on)
""",
        ),
        (
            "headline-timestamp/source-and-editor-lines",
            """
  credits     东岭日报
              the only witness
              timestamp 2:23-26 (named beside the stamp or the headline)
""",
        ),
        (
            "headline/agency-dateline",
            """
  dateline    临海
              the only witness
              text 3:4-5 (it opens the lead)
""",
        ),
        (
            "html-comment/nan-epoch",
            """
  published   -
              invalid: what states it cannot be read
""",
        ),
        (
            "headline-timestamp/either-month-or-day",
            """
  published   -
              ambiguous: both readings survive
""",
        ),
        (
            "jekyll-post/duplicate-key",
            """
  extra       {"layout":"post","tags":["école","îles"]}
              keys with no place of their own in the record
              front-matter 3:9-12 layout
              front-matter 6:7-19 tags
""",
        ),
        (
            "headline-timestamp/published-and-updated",
            """
  related     2 items
              the blocks in that role, without the page's own headings
              text 20:3-34 Mobile library gets a second van (related)
              text 21:3-41 Readers choose the name of a new branch (related)
""",
        ),
        (
            "headline-timestamp/published-and-updated",
            """
  site, credits, dateline, categories, tags, summary, image, extra: absent: nothing states it
""",
        ),
    ],
)
def test_every_field_is_told_with_its_places_and_the_rule(
    run: Run, specimen: str, wanted: str
) -> None:
    assert wanted in "\n".join(["", *section(run(f"{specimen}.txt").out, "fields"), ""])


def test_every_block_is_told_with_its_role_and_the_reason(run: Run) -> None:
    lines = section(run("headline-timestamp/published-and-updated.txt").out, "body")
    assert lines[4:6] == [
        "  9:1-57 promotion, paragraph: a prompt of the page",
        f"{'':14}Sign up to our newsletter for local stories every morning",
    ]
    assert "  18:1-22 share, paragraph: below a heading of the page" in lines
    assert lines[0] == "  5:1-134 body, paragraph: nothing shows it to be anything else"


def test_problems_close_the_page(run: Run) -> None:
    ran = run("headline-timestamp/either-month-or-day.txt")
    assert section(ran.out, "problems")[0].startswith("  warning  date-ambiguous  line 2, column 1")


@pytest.mark.parametrize("path", SPECIMENS, ids=[p.stem for p in SPECIMENS])
def test_nothing_of_a_specimen_is_without_a_reason(path: Path) -> None:
    data = path.read_bytes()
    told = normalize.explain(data, name=str(path))
    record = normalize.loads(data, name=str(path))
    assert told.document.record == record
    assert [field.name for field in told.fields if not field.reason] == []
    assert [p.text for p in told.passages if not p.reason] == []
    assert [v.witness.spelled for v in told.dates if not v.reason] == []
    values = [(v.witness.role, value) for v in told.dates for value in v.values]
    assert values == [(date.role, date.value) for date in record.dates]
    chosen = {v.witness.role: v.values[0] for v in told.dates if v.chosen}
    assert (chosen.get("published"), chosen.get("modified")) == (record.published, record.modified)
    for field in told.fields:
        value = getattr(record, field.name)
        assert field.value == value
        assert bool(field.evidence) or not value or field.name in ("site", "language", "text")


@pytest.mark.parametrize(
    ("variables", "terminal", "coloured"),
    [
        ({}, False, False),
        ({}, True, True),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    ],
)
def test_colours_are_for_terminals(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    terminal: bool,
    coloured: bool,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    out = run("headline/one-stray-byte.txt").out
    assert ("\x1b[" in out) is coloured
    if coloured:
        legend, title = section(out, "\x1b[1mtext\x1b[0m")[:2]
        assert legend == "  \x1b[1mtitle\x1b[0m \x1b[39mbody\x1b[0m \x1b[7;31mundecodable\x1b[0m"
        assert title.startswith("\x1b[2m    1\x1b[0m \x1b[1mШкольники")
        assert "\x1b[7;31m\\udce9\x1b[0m" in out
    else:
        assert "\n      undecodable  \\udce9\n" in out


def test_no_two_roles_look_alike() -> None:
    assert len(set(paint.COLOURS.values())) == len(paint.COLOURS)


HOSTILE = (
    "Rain \x1b[31magain\x07\x9b2J\n2025-05-05\n\n"
    f"{LEAD[:40]}\u202e{LEAD[40:]}\x1b]0;owned\x07\n\nBy Ann\x1b[2J Holt\n"
)


def test_control_characters_do_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31mb.txt"
    path.write_text(HOSTILE, encoding="utf-8")
    out = run(str(path)).out
    assert set(re.findall(r"[^\S\n ]|\x1b|\x07|\x9b|\u202e", out)) == set()
    assert "   Rain \\x1b[31magain\\x07\\x9b2J\n" in out
    assert out.splitlines()[0].endswith("a\\x1b[31mb.txt")
    assert "\\u202e" in out


def test_only_our_own_sequences_are_in_a_coloured_page() -> None:
    page = explained(HOSTILE, colour=True)
    assert set(re.findall(r"\x1b\[[^m]*m", page)) <= {
        *(f"\x1b[{colour}m" for colour in paint.COLOURS.values()),
        "\x1b[0m",
        "\x1b[1m",
    }
    assert page.count("\x1b") == len(re.findall(r"\x1b\[[0-9;]+m", page))


def test_letters_of_any_script_are_shown_as_they_are() -> None:
    text = "می\u200cخواهم क्\u200dष 中\u3000文 a\u00a0b é \U0001f469\u200d\U0001f680"
    assert harmless(text) == text


def test_empty_file_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    ran = run("-")
    assert ran.status == 0
    assert ran.out.startswith("-\n\ntext\n  empty\n\nformat\n  prose, 0 bytes of utf-8\n")
    assert "  language    -\n              absent: nothing states it, and the text" in ran.out
    assert section(ran.out, "problems")[0].startswith("  warning  body-empty  ")


def test_binary_file_is_told_and_not_shown(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01")
    out = run(str(path)).out
    assert section(out, "text") == ["  not shown: it is no text"]
    assert section(out, "format")[:2] == [
        "  unknown, 19 bytes of utf-8",
        "  it holds too many control characters or undecodable bytes for a text",
    ]
    assert section(out, "format")[2].endswith(": it is no text")


def test_encoding_that_is_given_decides(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "koi"
    path.write_bytes("Дождь в городе\n\nДождь шёл всю ночь.\n".encode("koi8-r"))
    out = run(str(path), "--encoding", "koi8-r").out
    assert section(out, "text")[0] == "    1 title        Дождь в городе"
    assert "bytes of koi8-r" in section(out, "format")[0]


def test_several_files_are_told_one_below_the_other(run: Run) -> None:
    names = ["headline/nfd-text.txt", "html/gb18030-declared.txt"]
    out = run(*names).out
    assert out.startswith(f"{names[0]}\n\ntext\n")
    assert f"\n\n{names[1]}\n\ntext\n" in out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["gone.txt"], "there is no file or directory 'gone.txt'"),
        (["headline"], "'headline' is a directory; name the files in it"),
        (["headline/nfd-text.txt", "--encoding", "utf-99"], "'utf-99' names no encoding"),
    ],
)
def test_wrong_usage_is_told_and_nothing_is_explained(
    run: Run, words: list[str], message: str
) -> None:
    ran = run(*words)
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err


def test_file_that_cannot_be_read_is_told_and_the_others_are_explained(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str) -> bytes:
        if path == "headline/nfd-text.txt":
            raise PermissionError(13, "Permission denied")
        return Path(path).read_bytes()

    monkeypatch.setattr(explain, "read_bytes", refuse)
    ran = run("headline/nfd-text.txt", "headline/one-stray-byte.txt")
    assert ran.status == 1
    assert ran.err == "normalize: headline/nfd-text.txt: unreadable: Permission denied\n"
    assert "headline/one-stray-byte.txt\n\ntext\n" in ran.out


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda s: s.encode("utf-8", "replace")))
def test_any_bytes_are_explained_without_a_control_character(data: bytes) -> None:
    page = explained(data)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e]", page)


@given(st.text("ab \t\r\n<>[]()#*-:é中", max_size=80))
def test_margin_shows_every_visible_character_once(text: str) -> None:
    told = normalize.explain(text)
    lines = paint.Lines(told.document.text)
    shown = [line[19:] for line in paint.plain(told.document.text, told.document.segments, lines)]
    wanted = harmless("".join(told.document.text.split()))
    assert "".join("".join(shown).replace("\\t", "").split()) == wanted.replace("\\t", "")
