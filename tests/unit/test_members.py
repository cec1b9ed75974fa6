"""Files that hold several articles."""

from pathlib import Path

import normalize

TWO = (
    "<!--1712571302000-->\n[Rain](https://news.example/rain)\n------\n\n<p>It rained.</p>\n\n"
    "<!--1712571402000-->\n[Sun](https://news.example/sun)\n------\n\n<p>It shone.</p>\n"
)


def test_every_article_of_a_dump_has_its_record_and_its_place(tmp_path: Path) -> None:
    path = tmp_path / "dump.txt"
    path.write_text(TWO)
    rain, sun = normalize.load_all(path)
    assert [(r.title, r.url, r.text) for r in (rain, sun)] == [
        ("Rain", "https://news.example/rain", "It rained."),
        ("Sun", "https://news.example/sun", "It shone."),
    ]
    assert (rain.source.member, sun.source.member) == (1, 2)
    assert rain.id is not None
    assert (rain.id[-2:], sun.id) == ("#1", f"{rain.id[:-2]}#2")
    block = sun.blocks[0]
    assert "It shone." in TWO[block.start : block.end]
    segments = sun.to_dict(ledger=True)["segments"]
    assert (segments[0]["start"], segments[-1]["end"]) == (TWO.index("<!--17125714"), len(TWO))


def test_digest_gives_a_record_for_each_linked_heading(tmp_path: Path) -> None:
    path = tmp_path / "digest.md"
    path.write_text(
        "# 2020-12-14\n\n### [Rain](https://a.example)\n\nWet.\n\n### [Sun](https://b.example)\n"
    )
    assert [r.title for r in normalize.load_all(path)] == ["Rain", "Sun"]


def test_one_article_is_the_record_that_load_gives(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(" date 2026-01-25 Rain fell in the night.\n")
    assert normalize.load_all(path) == [normalize.load(path)]


def test_load_tells_of_the_articles_that_it_does_not_part() -> None:
    codes = [p.code for p in normalize.loads(TWO).problems]
    assert codes == ["several-articles"]
