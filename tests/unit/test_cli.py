"""The command: what it prints, where it writes, what it says on standard error, how it ends."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import normalize
from normalize.cli import COMMANDS, main
from normalize.exports import EXPORTS

GOOD = "Rain again in Oslo\n\nRain fell in the night, and by the morning the streets were wet.\n"
BROKEN = "---\ntitle: Rain\nRain fell in the night.\n"
KEYS = list(normalize.Record().to_dict())


class Ran(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command in a directory of articles, in this process."""
    files = {
        "good.md": GOOD,
        "broken.md": BROKEN,
        "nan.html": "<!--NaN-->\n[Rain](u)\n" + GOOD,
        "in/b.txt": GOOD,
        "in/a.md": GOOD.replace("Rain", "Snow"),
        "in/deep/c.html": f"<p>{GOOD}</p>",
        "in/.hidden.md": BROKEN,
        "in/.git/d.md": BROKEN,
        "in/e.post": GOOD,
        "check": GOOD,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> Ran:
        status = main(words)
        return Ran(status, *capsys.readouterr())

    return call


def test_one_file_is_one_line_of_json(run: Run) -> None:
    ran = run("good.md")
    assert (ran.status, ran.err, ran.out.count("\n")) == (0, "", 1)
    assert ran.records == [normalize.load("good.md").to_dict()]


def test_one_file_is_indented_on_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run("good.md").out.startswith('{\n  "schema_version": 1,\n')
    assert run("good.md", "check").out.startswith('{"schema_version":1,')


def test_several_files_are_lines_in_the_order_of_the_arguments(run: Run) -> None:
    ran = run("good.md", "in/a.md", "good.md")
    assert [r["source"]["path"] for r in ran.records] == ["good.md", "in/a.md", "good.md"]


@pytest.mark.parametrize(
    ("words", "paths"),
    [
        (["in"], ["in/a.md", "in/b.txt", "in/deep/c.html"]),
        (["in", "--glob", "*.post"], ["in/e.post"]),
        (["in/deep", "in/.hidden.md"], ["in/deep/c.html", "in/.hidden.md"]),
        (["./check"], ["check"]),
        (["--", "check"], ["check"]),
    ],
)
def test_arguments_name_files_and_directories(run: Run, words: list[str], paths: list[str]) -> None:
    assert [str(Path(r["source"]["path"])) for r in run(*words).records] == paths


def test_a_dash_is_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode("utf-16"))))
    (record,) = run("-").records
    assert (record["title"], record["source"]["path"]) == ("Rain again in Oslo", None)
    assert record["source"]["encoding"] == "utf-16le"


def test_fields_are_printed_in_the_order_asked_for(run: Run) -> None:
    assert run("good.md", "--fields", "format,title").out == (
        '{"format":"headline","title":"Rain again in Oslo"}\n'
    )


def test_detect_prints_why(run: Run) -> None:
    (found,) = run("broken.md", "--detect").records
    keys = ["path", "format", "layers", "claims", "reasons", "runners_up", "wrapped"]
    assert list(found) == keys
    assert (found["path"], found["format"]) == ("broken.md", "jekyll-post")
    assert found["claims"][0]["layer"] == "front-matter"


def test_ledger_and_source_are_added_when_asked_for(run: Run) -> None:
    assert list(run("good.md", "--ledger").records[0]) == [*KEYS, "segments", "spans"]
    assert list(run("good.md", "--with-source").records[0]) == [*KEYS, "raw"]
    assert run("good.md", "--with-source").records[0]["raw"] == GOOD


def test_encoding_that_is_given_decides(run: Run) -> None:
    Path("koi").write_bytes("Дождь в городе\n\nДождь шёл всю ночь.\n".encode("koi8-r"))
    (record,) = run("koi", "--encoding", "koi8-r").records
    assert record["title"] == "Дождь в городе"


def test_output_goes_to_a_file_that_is_written_whole(run: Run) -> None:
    ran = run("good.md", "in", "-o", "new/records.jsonl")
    assert (ran.status, ran.out) == (0, "")
    lines = Path("new/records.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[0])["source"]["path"] == "good.md"
    assert (len(lines), os.listdir("new")) == (4, ["records.jsonl"])


def test_output_goes_to_a_directory_that_keeps_the_tree(run: Run) -> None:
    assert run("in", "good.md", "-o", "out/").status == 0
    written = {str(p.relative_to("out")) for p in Path("out").rglob("*") if p.is_file()}
    assert written == {"a.md.json", "b.txt.json", "deep/c.html.json", "good.md.json"}
    text = Path("out/good.md.json").read_text(encoding="utf-8")
    assert text.startswith('{\n  "schema_version": 1,\n')
    assert text.endswith("}\n")


def test_two_files_are_never_written_to_one_place(run: Run) -> None:
    Path("other").mkdir()
    Path("other/good.md").write_text(BROKEN)
    ran = run("good.md", "other/good.md", "-o", "out/")
    written = [p for p in Path("out").rglob("*") if p.is_file()]
    assert (ran.status, written) == (2, []) or len(written) == 2


def test_record_with_an_error_still_prints_and_is_told(run: Run) -> None:
    ran = run("broken.md")
    assert (ran.status, ran.records[0]["title"]) == (1, "Rain")
    assert ran.err.startswith("normalize: broken.md: front-matter-unclosed: line 3, column 5: ")
    assert ran.err.count("\n") == 1


def test_last_line_counts_the_files_and_their_errors(run: Run) -> None:
    ran = run("good.md", "broken.md", "broken.md", "nan.html")
    assert (ran.status, len(ran.records)) == (1, 4)
    assert len(ran.err.splitlines()) == 4
    assert ran.err.splitlines()[-1] == (
        "normalize: 4 read, 3 with errors (front-matter-unclosed 2, epoch-invalid 1)"
    )


def test_strict_prints_no_record_of_a_file_with_an_error(run: Run) -> None:
    ran = run("--strict", "good.md", "broken.md")
    assert (ran.status, len(ran.records)) == (1, 1)
    assert "broken.md: front-matter-unclosed: line 3" in ran.err


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_file_that_cannot_be_read_is_told_and_the_others_are_read(run: Run) -> None:
    Path("in/aa.md").symlink_to("nowhere")
    ran = run("in")
    assert (ran.status, len(ran.records)) == (1, 3)
    assert ran.err.splitlines()[0].startswith("normalize: in/aa.md: unreadable: ")
    assert ran.err.splitlines()[1] == "normalize: 4 read, 1 with errors (unreadable 1)"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["good.md", "gone.md"], "there is no file or directory 'gone.md'"),
        (["good.md", "--fields", "titel"], "no key 'titel'; did you mean title?"),
        (["good.md", "--fields", "x,title"], "no key 'x'; the keys are schema_version, id, "),
        (["good.md", "--encoding", "utf-99"], "'utf-99' names no encoding"),
        (["good.md", "--encoding", "hex"], "'hex'"),
        (["good.md", "-o", "in"], "write in/ for one file each"),
        (["good.md", "--to", "jsonfed"], "'jsonfed' cannot be written; did you mean jsonfeed?"),
        (["good.md", "--to", "rss"], "cannot be written; there are jsonfeed, schema-org, "),
        (["good.md", "--to", "tei", "--ledger"], "--ledger and --with-source do not go with --to"),
        (["good.md", "--to", "tei", "--fields", "title"], "--fields goes with JSON, csv and tsv"),
        (["good.md", "--to", "tei", "--lossy"], "--lossy goes with a format"),
        (["good.md", "--fields", "title, x"], "no key 'x'; "),
        (["good.md", "--lossy"], "--lossy goes with --to and a format"),
        (["good.md", "-o", "good.md"], "'good.md' is a file to be read"),
    ],
)
def test_wrong_usage_is_told_and_nothing_is_read(run: Run, words: list[str], message: str) -> None:
    ran = run(*words)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("normalize: ")
    assert message in ran.err


def test_to_writes_a_stream_of_all_files(run: Run) -> None:
    ran = run("in/a.md", "good.md", "--to", "csv", "--fields", "title,format")
    assert (ran.status, ran.err) == (0, "")
    rows = ["title,format", "Snow again in Oslo,headline", "Rain again in Oslo,headline"]
    assert ran.out.splitlines() == rows
    assert len(json.loads(run("in", "--to", "jsonfeed").out)["items"]) == 3


def test_to_writes_a_document_for_each_file(run: Run) -> None:
    assert run("good.md", "--to", "text").out == GOOD.partition("\n\n")[2]
    assert run("in", "--to", "tei", "-o", "out/").status == 0
    written = {str(p.relative_to("out")) for p in Path("out").rglob("*") if p.is_file()}
    assert written == {"a.md.xml", "b.txt.xml", "deep/c.html.xml"}
    ran = run("in", "--to", "tei")
    assert (ran.status, ran.out) == (2, "")
    assert "name a directory: -o DIR/" in ran.err


def test_to_writes_a_file_of_a_format(run: Run) -> None:
    ran = run("good.md", "--to", "jekyll-post")
    assert (ran.status, ran.out.splitlines()[:2]) == (0, ["---", 'title: "Rain again in Oslo"'])
    refused = run("in/b.txt", "--to", "html-comment")
    assert (refused.status, refused.out) == (1, "")
    assert "in/b.txt: not-carried: " in refused.err


def test_help_names_every_export(run: Run) -> None:
    assert ", ".join(EXPORTS) in " ".join(process("--help").out.split())


def test_schema_is_printed_and_no_file_is_read() -> None:
    normalize.Record.from_dict({})  # resolves types in place, which changes nothing
    assert json.loads(process("--schema").out) == normalize.record_schema()


@pytest.mark.parametrize("words", [[], ["--nonsense", "good.md"], ["good.md", "--glob"]])
def test_wrong_options_end_with_status_2(run: Run, words: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        run(*words)
    assert caught.value.code == 2


@pytest.mark.parametrize("output", ["good.md/out.json", "good.md/"])
def test_output_that_cannot_be_written_is_told(run: Run, output: str) -> None:
    ran = run("in", "-o", output)
    assert ran.status in (1, 2)
    assert ran.err.startswith("normalize: ")
    assert Path("good.md").read_text(encoding="utf-8") == GOOD


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be there")
def test_control_characters_of_a_name_are_harmless(run: Run) -> None:
    Path("a\x1b[31m\nb.md").write_text(BROKEN)
    ran = run("a\x1b[31m\nb.md")
    assert ran.err.startswith("normalize: a\\x1b[31m\\nb.md: front-matter-unclosed: ")
    assert ran.records[0]["source"]["path"] == "a\x1b[31m\nb.md"


@pytest.mark.skipif(sys.platform != "linux", reason="names are text elsewhere")
def test_name_that_is_no_text_is_emitted_with_a_replacement(run: Run) -> None:
    Path(os.fsdecode(b"caf\xe9.md")).write_text(GOOD)
    (record,) = run(os.fsdecode(b"caf\xe9.md")).records
    assert record["source"]["path"] == "caf\ufffd.md"


def process(*words: str, **environment: str) -> Ran:
    """The command in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-m", "normalize", *words],
        capture_output=True,
        encoding="utf-8",
        input=GOOD,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))} | environment,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def test_module_is_the_command(run: Run) -> None:
    assert process("good.md", "broken.md") == run("good.md", "broken.md")
    assert process("-", "--fields", "title").out == '{"title":"Rain again in Oslo"}\n'
    assert process("--version").out == f"normalize {normalize.__version__}\n"
    shown = process("--help").out
    assert "normalize archive/ -o records/" in shown
    assert "exit status: 0 all read" in shown


def test_messages_do_not_depend_on_the_hash_seed(run: Run) -> None:
    Path("two.html").write_text("<!--NaN-->\n[Rain](u v)\n" + GOOD)
    said = {process("two.html", "good.md", PYTHONHASHSEED=str(seed)).err for seed in range(6)}
    assert len(said) == 1


def test_records_do_not_depend_on_the_locale_or_the_time_zone(run: Run) -> None:
    told = process("good.md", "broken.md")
    assert process("good.md", "broken.md", LC_ALL="C", TZ="Asia/Tokyo", PYTHONUTF8="0") == told


def test_closed_pipe_ends_quietly(run: Run) -> None:
    words = [sys.executable, "-m", "normalize", *["good.md"] * 300]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as command:
        assert command.stdout is not None
        assert command.stderr is not None
        assert command.stdout.readline().startswith(b'{"schema_version":1')
        command.stdout.close()
        assert command.stderr.read() == b""
    assert command.returncode == 0


def test_detection_shows_a_name_that_is_not_utf8(run: Run) -> None:
    name = os.fsdecode(b"in/odd\xff.md")
    try:
        Path(name).write_text(GOOD)
    except OSError:
        pytest.skip("this file system holds no name that is not UTF-8")
    (found,) = run("--detect", name).records
    assert found["path"] == "in/odd\ufffd.md"


def test_what_is_no_file_is_passed_over_in_a_directory(run: Run) -> None:
    os.mkfifo("in/f.md")
    assert (run("in").status, run("in", "--fields", "title").out.count("\n")) == (0, 3)


@pytest.mark.parametrize("words", [[], ["explain"], ["--set", "title=A"]], ids=str)
def test_a_device_that_is_named_is_an_error(run: Run, words: list[str]) -> None:
    ran = run(*words, os.devnull)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"normalize: {os.devnull!r} is a pipe, a socket or a device, and no file\n"


def test_a_pipe_that_a_shell_names_is_read(run: Run) -> None:
    os.mkfifo("pipe")
    shell = 'cat good.md > pipe & exec "$0" -m normalize --fields title pipe'
    ran = subprocess.run(["/bin/sh", "-c", shell, sys.executable], capture_output=True, timeout=60)
    assert (ran.returncode, ran.stdout) == (0, run("--fields", "title", "good.md").out.encode())


OUTPUTS = [
    *(["--version"], ["--help"], ["--schema"], ["formats"], ["rule", "--all"], ["rule", "NRM405"]),
    *(["good.md"], ["in"], ["--detect", "good.md"], ["explain", "good.md"], ["index", "--help"]),
    *(["check", "--isolated", "good.md"], ["check", "--isolated", "--report", "json", "in"]),
    ["--set", "title=Snow again in Oslo", "good.md"],
]


@pytest.mark.parametrize("words", OUTPUTS, ids=" ".join)
def test_output_that_nobody_takes_ends_any_command_cleanly(run: Run, words: list[str]) -> None:
    def process(redirected: str) -> tuple[int, str]:
        shell = f'exec "$0" -m normalize "$@" {redirected}'
        ran = subprocess.run(
            ["/bin/sh", "-c", shell, sys.executable, *words],
            capture_output=True,
            text=True,
            # Without buffers, argparse swallows what it meets.
            env={k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"},
        )
        return ran.returncode, ran.stderr

    assert process(">&-") == (2, "normalize: standard output is closed\n")
    assert process(">&- 2>&-") == (2, "")
    if Path("/dev/full").is_char_device():
        full = "normalize: standard output: not written: No space left on device\n"
        assert process("> /dev/full") == (2, full)
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    writer = os.open("pipe", os.O_WRONLY)
    os.close(reader)
    closed = subprocess.run(
        [sys.executable, "-m", "normalize", *words], stdout=writer, stderr=subprocess.PIPE
    )
    os.close(writer)
    assert (closed.returncode, closed.stderr) == (0, b"")


def test_closed_standard_input_is_told(run: Run) -> None:
    shell = 'exec "$0" -m normalize - <&-'
    ran = subprocess.run(["/bin/sh", "-c", shell, sys.executable], capture_output=True)
    said = b"normalize: -: unreadable: standard input is closed\n"
    assert (ran.returncode, ran.stdout, ran.stderr) == (1, b"", said)


def test_help_names_every_command_and_the_edits(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        run("--help")
    shown = capsys.readouterr().out
    assert all(f"\n  {word} " in shown for word in COMMANDS)
    assert "--set FIELD=VALUE" in shown
    assert "--in-place" in shown
    assert "normalize WORD --help" in shown


@pytest.mark.parametrize(("word", "command"), [("explan", "explain"), ("chekc", "check")])
def test_a_misspelt_command_is_named(run: Run, word: str, command: str) -> None:
    said = f"there is no file or directory '{word}'; did you mean `normalize {command}`?"
    assert run(word, "good.md") == (2, "", f"normalize: {said}\n")
    Path(word).write_text(GOOD)
    assert run(word, "good.md").status == 0


def test_in_place_alone_asks_for_an_edit(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run("--in-place", "good.md")
    assert "the following arguments are required: --set" in capsys.readouterr().err


def test_fields_may_be_parted_by_blanks_too(run: Run) -> None:
    assert list(run("--fields", "title, published", "good.md").records[0]) == ["title", "published"]


@pytest.mark.parametrize("words", [[], ["--set", "title=A"]])
def test_a_pattern_that_nothing_fits_is_told(run: Run, words: list[str]) -> None:
    said = "normalize: nothing to read: no file with a name like '*.none' was found\n"
    assert run(*words, "--glob", "*.none", "in") == (1, "", said)


def test_what_is_too_large_names_the_option(run: Run) -> None:
    assert "(max_size, --max-size)" in run("--max-size", "5", "good.md").err
