"""The exception's place and text, and the table of problems."""

import json
import pickle
import re
import tomllib
from pathlib import Path

import pytest

import normalize
from normalize.errors import PROBLEMS, Lines, NormalizeError

SOURCE = Path(normalize.__file__).parent


@pytest.mark.parametrize(
    ("text", "pos", "at"),
    [
        ("", 0, (1, 1)),
        ("Rain", 4, (1, 5)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb", 2, (2, 1)),
        ("a\n\r\nb\rc", 6, (4, 1)),
        ("a\n\n雨c", 4, (3, 2)),
        ("a\u2028b\x0cc", 4, (1, 5)),
    ],
)
def test_place_is_counted_from_one_whatever_ends_the_lines(
    text: str, pos: int, at: tuple[int, int]
) -> None:
    assert Lines(text).place(pos) == at


def test_place_is_that_of_json() -> None:
    text = '{\n "a": x}'
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads(text)
    assert Lines(text).place(caught.value.pos) == (caught.value.lineno, caught.value.colno)


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (NormalizeError("no", code="c"), "no"),
        (NormalizeError("no", code="c", path="a.md"), "a.md: no"),
        (NormalizeError("no", code="c", doc="a\nb", pos=2), "line 2, column 1: no"),
        (
            NormalizeError("no", code="c", doc="a\nb", pos=2, path="a.md"),
            "a.md: line 2, column 1: no",
        ),
    ],
)
def test_error_says_where_and_what(error: NormalizeError, text: str) -> None:
    assert str(error) == text
    assert error.msg == "no"
    assert error.args == (text,)


def test_error_is_a_value_error_with_its_place() -> None:
    error = NormalizeError("no", code="c", doc="a\nb", pos=3, path="a.md")
    assert isinstance(error, ValueError)
    assert (error.code, error.doc, error.pos, error.path) == ("c", "a\nb", 3, "a.md")
    assert (error.lineno, error.colno) == (2, 2)
    assert NormalizeError("no", code="c").lineno == 0


def test_error_survives_the_way_between_processes() -> None:
    error = NormalizeError("no", code="c", doc="a\nb", pos=2, path="a.md")
    again = pickle.loads(pickle.dumps(error))
    assert vars(again) == vars(error)
    assert str(again) == str(error)


def test_strict_reading_raises_the_first_error_at_its_place() -> None:
    with pytest.raises(NormalizeError) as caught:
        normalize.loads(b"<!--NaN-->\n[Rain](u v)\nRain.\n", name="rain.html", strict=True)
    error = caught.value
    assert (error.code, error.path) == ("epoch-invalid", "rain.html")
    assert (error.lineno, error.colno) == (1, 5)
    assert error.doc.startswith("<!--NaN")
    assert str(error).startswith("rain.html: line 1, column 5: ")
    assert str(error).count("line 1, column 5") == 1


def test_strict_reading_passes_what_is_no_error() -> None:
    text = "---\ntitle: Rain\ntags: a\ntags: b\n---\nRain.\n"
    assert normalize.loads(text, strict=True) == normalize.loads(text)


@pytest.mark.parametrize("code", sorted(PROBLEMS))
def test_problem_says_what_why_and_how_to_mend_it(code: str) -> None:
    kind = PROBLEMS[code]
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
    assert kind.severity in ("error", "warning", "info")
    for sentence in (kind.what, kind.why, kind.mend):
        assert re.fullmatch(r"[A-Z].*\.", sentence)


def test_every_code_of_a_problem_stands_in_the_table_and_is_used() -> None:
    code = "".join(
        path.read_text(encoding="utf-8")
        for path in sorted(SOURCE.rglob("*.py"))
        if path.name != "errors.py"
    )
    used = set(re.findall(r'(?<![\w-])"([a-z]+(?:-[a-z]+)*)"', code))
    assert set(PROBLEMS) - used == set()
    made = set(re.findall(r'\bproblem\(\s*"([a-z-]+)"', code))
    made |= set(re.findall(r'\bunread\(\s*\w+,\s*"([a-z-]+)"', code))
    assert made - set(PROBLEMS) == set()


def test_release_is_the_one_of_the_distribution() -> None:
    project = tomllib.loads((SOURCE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["tool"]["setuptools"]["dynamic"]["version"]["attr"] == "normalize.__version__"
    assert re.fullmatch(r"\d+\.\d+\.\d+", normalize.__version__)
