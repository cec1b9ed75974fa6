"""Every rule of the gate on the examples of its documentation, and where rules must be quiet."""

import re
from pathlib import Path

import pytest

import normalize
from normalize.errors import PROBLEMS
from normalize.gate.documentation import document, example
from normalize.gate.registry import codes, rules
from normalize.gate.trials import trials

TRIALS = {trial.rule.code: trial for trial in trials()}


@pytest.mark.parametrize("code", rules())
def test_rule_finds_its_failing_example_and_passes_the_other(code: str) -> None:
    trial = TRIALS[code]
    assert (trial.fails, trial.passes, trial.is_documented, trial.is_mended) == (True,) * 4


def test_codes_and_names_are_stable_in_form_and_unique() -> None:
    assert all(re.fullmatch(r"NRM\d{3}", code) for code in rules())
    names = [rule.name for rule in rules().values()]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+(?:-[a-z]+)*", name) for name in names)
    assert [rule.code for rule in rules().values()] == list(rules())


def test_every_problem_of_a_record_is_reported_by_one_rule() -> None:
    reported = [code for rule in rules().values() for code in rule.problems]
    assert len(set(reported)) == len(reported)
    # A file that is edited, or that never was read, has no record of its own to check: what cannot
    # be read is a finding of its own.
    others = {"edit-left", "unreadable", "too-large", "crashed"}
    assert set(PROBLEMS) - set(reported) <= others
    assert set(reported) <= set(PROBLEMS)


def test_default_rules_are_of_the_stated_subjects() -> None:
    assert {code[:4] for code in codes("DEFAULT")} == {
        *("NRM0", "NRM1", "NRM2", "NRM3", "NRM4", "NRM6", "NRM7", "NRM9")
    }
    assert not codes("DEFAULT") & codes("NRM8")


def test_an_example_holds_settings_files_and_escapes() -> None:
    shown = "$ min-text = 5\n> a.txt\nCaf\\xe9\\r\n> b.txt\nx\\u200b\\s"
    assert example(shown) == (
        {"a.txt": b"Caf\xe9\r\n", "b.txt": "x\u200b \n".encode()},
        {"min-text": 5},
    )


def test_documentation_has_its_sections() -> None:
    said = document(rules()["NRM703"])
    assert said.what.startswith("The text breaks off: it ends")
    assert said.why.startswith("A feed or a paywall gave the beginning alone.")
    assert said.fails.startswith("---\ntitle: Rain again\n---\n\nRain fell")
    assert said.mend == "Fetch the whole article."


def codes_of(folder: Path, text: str | bytes, rule: str, name: str = "a.md") -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    (folder / name).write_bytes(data)
    found = normalize.check([folder / name], {"select": [rule]})
    return [f"{f.line}:{f.column}" for f in found]


@pytest.mark.parametrize(
    "text",
    [
        "Le CAFÉ » est fermé, à « Lyon ».",
        "STRAßE“ und GRÖßE”, sagte er – „ÄÖÜ“.",
        "Ðảng và Nhà nước, Ð°",
        "Él dijo: «SÍ»; ¿Ñ”? ¡AÑO… NUEVO!",
        "Во вторник «РСФСР» и «Роснефть» — № 5, С… Р°",
        "Підтримка Піренеїв, Північ, Пізно, Півень",
    ],
)
def test_capitals_beside_marks_are_no_mojibake(tmp_path: Path, text: str) -> None:
    assert codes_of(tmp_path, text, "mojibake") == []


@pytest.mark.parametrize(
    "text",
    ["Сегодня дождь над Волгой", "它是“雨”", "“It rained” — he said…", "Ελλάδα"],
)
@pytest.mark.parametrize("code_page", ["cp1252", "cp1251"])
def test_utf8_read_as_a_code_page_is_mojibake(tmp_path: Path, text: str, code_page: str) -> None:
    units = text.encode()
    read = "".join(bytes([b]).decode(code_page) if _has(code_page, b) else chr(b) for b in units)
    found = codes_of(tmp_path, f"Title\n\n{read} {read} {read}", "mojibake")
    assert len(found) == 1


def _has(code_page: str, byte: int) -> bool:
    try:
        bytes([byte]).decode(code_page)
    except UnicodeDecodeError:
        return False
    return True


def test_breaks_of_scripts_without_blanks_and_marks_beside_arabic_stay(tmp_path: Path) -> None:
    assert codes_of(tmp_path, "ฝนตก\u200bในคืนนี้", "invisible-character") == []
    assert codes_of(tmp_path, "سقط المطر\u200f في الليل", "invisible-character") == []
    assert codes_of(tmp_path, "👩\u200d🌾 نمی\u200cخواهم", "invisible-character") == []
    assert codes_of(tmp_path, "Rain\u200b fell", "invisible-character") == ["1:5"]
    assert codes_of(tmp_path, "Rain\u202e fell", "invisible-character") == ["1:5"]


def test_two_blanks_that_break_a_line_of_markdown_stay(tmp_path: Path) -> None:
    post = "---\ntitle: Rain\n---\n\n# Rain\n\nRain fell  \nin the *night*.{}\n"
    assert codes_of(tmp_path, post.format(""), "trailing-blanks") == []
    assert codes_of(tmp_path, post.format("  "), "trailing-blanks") == ["8:16"]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("2024-04-08-rain.md", 0),
        ("2024-4-8-rain.markdown", 0),
        ("rain.md", 1),
        ("2024-04-rain.md", 1),
    ],
)
def test_names_that_jekyll_takes_for_posts(tmp_path: Path, name: str, found: int) -> None:
    (tmp_path / "_posts").mkdir()
    post = "---\ntitle: Rain\ndate: 2024-04-08\n---\n\nRain fell.\n"
    assert len(codes_of(tmp_path, post, "post-name", f"_posts/{name}")) == found


def test_bounds_of_dates_are_compared_at_the_precision_of_both(tmp_path: Path) -> None:
    def found(date: str, **bounds: str) -> list[str]:
        (tmp_path / "a.md").write_text(f"---\ntitle: A\ndate: {date}\n---\n\nRain.\n")
        table = {"select": ["NRM406", "NRM407"], **{f"{k}-date": v for k, v in bounds.items()}}
        return [f.code for f in normalize.check([tmp_path / "a.md"], table)]

    assert found("2024-04-08", earliest="2024-04-08", latest="2024-04-08") == []
    assert found("2024-04-08", earliest="2024-05") == ["NRM406"]
    assert found("2024-04-08 10:00:00", latest="2024-04-08") == []
    assert found("2024-04-08 10:00:00", latest="2024-04-07") == ["NRM407"]
    assert found("2024-04-08", latest="2024") == []
    assert found("1990-01-01", latest="today") == []
    assert found("2089-01-01", latest="today") == ["NRM407"]


def test_a_file_that_is_no_text_has_one_finding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(bytes(range(256)) * 8)
    found = normalize.check([tmp_path / "a.txt"], {"select": ["ALL"], "ignore": ["NRM8"]})
    assert [f.code for f in found] == ["NRM201"]


def test_an_ellipsis_of_an_author_is_no_cut(tmp_path: Path) -> None:
    post = "---\ntitle: Rain\n---\n\n{}\n"
    assert codes_of(tmp_path, post.format("Rain… or so they said…"), "body-truncated") == []
    assert codes_of(tmp_path, post.format("雨下了一整夜……"), "body-truncated") == []
    assert codes_of(tmp_path, post.format("It rained. " * 200 + "And…"), "body-truncated") == []
    assert codes_of(tmp_path, post.format("It rained. " * 200 + "[…]"), "body-truncated") == ["5:1"]
    assert codes_of(tmp_path, post.format("It rained in the..."), "body-truncated") == ["5:1"]
    assert codes_of(tmp_path, post.format("It rained in the …"), "body-truncated") == ["5:1"]
    assert codes_of(tmp_path, post.format("rain: yes\n..."), "body-truncated") == []


def test_code_may_be_shown_again(tmp_path: Path) -> None:
    line = "rain --fall --all-night --over the-hills --until the-morning --and-so-on"
    post = "---\ntitle: A\n---\n{0}\n\nThen again:\n\n{0}\n"
    assert codes_of(tmp_path, post.format(f"```\n{line}\n```"), "paragraph-repeated") == []
    assert codes_of(tmp_path, post.format(line), "paragraph-repeated") == ["8:1"]


def test_a_deadline_in_the_body_is_no_conflict_with_the_header(tmp_path: Path) -> None:
    post = "---\ntitle: Prize\ndate: 2013-11-21\n---\n\nDeadline: November 29, 2013\n\nRain fell.\n"
    assert codes_of(tmp_path, post, "date-conflict") == []
    stack = "---\ntitle: Rain\ndate: 2013-11-21\n---\n<!--1712571302000-->\n[Rain](https://a.example/)\n"
    assert codes_of(tmp_path, stack + "\n<p>Rain fell.</p>\n", "date-conflict") == ["5:5"]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("RAIN FALLS AGAIN", 1),
        ("ДОЖДЬ НАД ВОЛГОЙ", 1),
        ("NATO AND EU", 1),
        ("我在日本长野【罗宾VLOG】", 0),
        ("한국 EU FTA 비준", 0),
        ("EU and NATO", 0),
        ("2024", 0),
    ],
)
def test_titles_in_capitals(tmp_path: Path, title: str, found: int) -> None:
    post = f"---\ntitle: {title}\n---\n\nRain fell in the night.\n"
    assert len(codes_of(tmp_path, post, "title-capitals")) == found
