"""What a file says is never done: nothing is opened or fetched, and no terminal is steered."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from normalize.cli import main
from normalize.exports import EXPORTS

ROOT = Path(__file__).resolve().parents[2]

LURES = [
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x; rain</p></body>',
    '<p>Rain <img src="file:///etc/passwd"><script src="http://127.0.0.1/a"></script><b></p></b>',
    '<html><head><link rel="stylesheet" href="http://127.0.0.1/a"><meta charset="gbk"></head>',
    "---\ntitle: !!python/object/apply:os.system ['echo rain']\n---\nRain.\n",
    "---\ntitle: {a: !include /etc/passwd}\nbase: /etc/passwd\n---\n{% include /etc/passwd %}\n",
    "+++\ntitle = 'Rain'\nfile = '/etc/passwd'\n+++\nRain.\n",
    "Rain\n####\n\n:date: 2024-04-09\n\n.. include:: /etc/passwd\n",
    "[Rain](http://127.0.0.1/a)\n\n![a](file:///etc/passwd)\n\n[a]: http://127.0.0.1/b\n",
    "/etc/passwd",
    "http://127.0.0.1/a\n\nRain again in Oslo\n",
]
PROGRAM = """
import json, sys
from pathlib import Path
import normalize
own = tuple(map(str, map(Path.resolve, map(Path, json.loads(sys.argv[2])))))
seen = []
def hook(event, arguments):
    if event in ("open", "os.listdir", "os.scandir"):
        path = arguments[0]
        if not (isinstance(path, str) and str(Path(path).resolve()).startswith(own)):
            seen.append([event, str(path)])
    elif event.startswith(("socket", "subprocess", "os.system", "os.exec", "urllib", "http")):
        seen.append([event, repr(arguments)])
for time in ("first", "second"):
    for lure in json.loads(sys.argv[1]):
        document = normalize.parse(lure, name="/etc/hostname", url="http://127.0.0.1/c")
        document.record.to_json(ledger=True, source=True)
        normalize.explain(lure)
        list(normalize.export([document.record], "tei"))
        normalize.dumps(document.record, "jekyll-post", lossy=True)
    if time == "first":  # the libraries look about as they are imported
        sys.addaudithook(hook)
print(json.dumps(seen))
"""


def test_nothing_that_a_file_names_is_opened_fetched_or_run() -> None:
    own = [sys.prefix, sys.base_prefix, str(ROOT), *filter(None, sys.path)]
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(LURES), json.dumps(own)],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])},
    )
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == []


KINDS = ("text", "json", "jsonl", "sarif", "junit", "github")
PAINT = re.compile(r"\x1b\[[0-9;]*m")
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e\u2066\U000e0041]")
EVIL = "Rain \x1b[7;5m\x9b2J\x07\u202e\x08\x7f\u2066\U000e0041\x1b]0;a\x07 in Oslo"
PROSE = "Rain fell in the night, and the streets were under water by the morning.\n\n" * 20
POST = (
    f"---\ntitle: \"{ascii(EVIL)[1:-1]}\"\nauthor: 'Tom \U000e0041'\n---\n\n{PROSE}{EVIL} fell.\n"
)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--ledger", "--with-source"],
        ["--detect"],
        ["explain"],
        ["--set", "title=Rain \x1b[31m\x9b2J again"],
        ["--max-size", "3"],
        ["check", "--select", "ALL", "--diff", "--unsafe-fixes"],
        ["check", "--statistics"],
        *(["check", "--select", "ALL", "--report", kind] for kind in KINDS),
        ["--jobs", "2"],
        *(["--to", name] for name in EXPORTS),
        ["--to", "jekyll-post", "--lossy"],
        ["--to", "headline", "--lossy"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("colour", [False, True])
def test_terminal_is_not_steered(
    words: list[str],
    colour: bool,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "a\x1b[31m\x9b.md"
    path.write_text(POST, encoding="utf-8")
    monkeypatch.setenv("FORCE_COLOR" if colour else "NO_COLOR", "1")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    main([*words, str(path)])
    out, err = capsys.readouterr()
    assert out + err
    assert "\x1b[7;5m" not in out
    if colour and words == ["explain"]:
        assert out != (out := PAINT.sub("", out))
    assert STEERING.findall(out + err) == []


def test_json_on_a_terminal_is_still_the_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text(POST, encoding="utf-8")
    main([str(tmp_path / "a.md")])
    plain = capsys.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    main([str(tmp_path / "a.md")])
    shown = capsys.readouterr().out
    assert json.loads(plain)["title"] == EVIL
    assert "\x9b" in plain
    assert json.loads(shown) == json.loads(plain)
