"""``normalize check PATH``: additions to a corpus in, findings out."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from types import SimpleNamespace
from typing import IO, TYPE_CHECKING, Any

from normalize.commands.console import complain, listed, paths_fault, shown
from normalize.terminal import harmless

if TYPE_CHECKING:
    from normalize.commands.declarations import Parser
    from normalize.gate.finding import Finding
    from normalize.gate.settings import Settings
    from normalize.gate.summary import Summary

EXAMPLES = """\
examples:
  normalize check posts/                       the default rules
  normalize check --select ALL --ignore NRM5 posts/
  normalize check --fix posts/new.md           mend what changes nothing an article says
  normalize check --index corpus.db new/       duplicates of a corpus, see `normalize index`
  normalize check --report sarif -o found.sarif posts/
  normalize check --write-baseline known.json archive/
  normalize rule NRM405                        what a rule means

settings: [tool.normalize] in the nearest pyproject.toml, or normalize.toml; their keys are the
options below and, of rules, earliest-date, latest-date, languages, min-text, near-duplicate

exit status: 0 clean, 1 findings of the failing severity or above, 2 wrong usage or failure
"""


def add_arguments(parser: "Parser") -> None:
    """Declare the options."""
    parser.description = "Check article files as additions to a corpus."
    parser.epilog = EXAMPLES
    add = parser.add_argument
    add("paths", nargs="+", metavar="PATH", help="a file, or a directory of article files")
    _add_rules(parser)
    add(
        "--report",
        metavar="KIND",
        default="text",
        help="text, json, jsonl, sarif, junit or github (text unless given)",
    )
    add("-o", "--output", metavar="FILE", help="write the report there, whole or not at all")
    add("--statistics", action="store_true", help="counts by rule instead of a report")
    add("--exit-zero", action="store_true", help="exit 0 whatever is found")
    add("--baseline", metavar="FILE", help="leave out the findings that it holds")
    add("--write-baseline", metavar="FILE", help="write all findings there, and end with 0")
    add("--fix", action="store_true", help="mend what changes nothing that an article says")
    add("--unsafe-fixes", action="store_true", help="mend what may change it, too")
    add("--diff", action="store_true", help="show what --fix would change, and write nothing")
    add("--accept", action="store_true", help="write the record of each file beside it")


def _add_rules(parser: "Parser") -> None:
    add = parser.add_argument
    for name, what in (
        ("--select", "check these rules alone: codes, beginnings, names, DEFAULT, ALL"),
        ("--extend-select", "check these rules, too"),
        ("--ignore", "leave out these rules"),
    ):
        add(name, metavar="RULES", action="append", type=listed, help=what)
    add(
        "--severity",
        metavar="RULE=LEVEL",
        action="append",
        help="another severity of a rule: error, warning or info",
    )
    add("--fail-on", metavar="LEVEL", help="the least severity that fails (warning), or never")
    add("--index", metavar="FILE", help="the index of the corpus, for duplicates")
    add("--config", metavar="FILE", help="settings of this file")
    add("--isolated", action="store_true", help="look for no settings")


def settings_of(options: SimpleNamespace) -> "Settings":
    """The settings that the options ask for, over those of the file.

    Raises:
        OSError, NormalizeError: A file of settings cannot be read, or holds what is not known.
    """
    from normalize.errors import NormalizeError
    from normalize.gate import settings

    if options.config:
        found = settings.load(Path(options.config))
        if found is None:
            message = "it has no table [tool.normalize]"
            raise NormalizeError(message, code="settings-invalid", path=options.config)
    elif options.isolated:
        found = settings.Settings()
    else:
        found = settings.discover(Path())
    table: dict[str, Any] = {}
    for key in ("select", "ignore", "extend-select"):
        given = getattr(options, key.replace("-", "_"))
        if given:
            table[key] = [rule for rules in given for rule in rules if rule]
    if options.severity:
        pairs = [pair.partition("=") for pair in options.severity]
        table["severity"] = {**found.severity, **{rule: level for rule, _, level in pairs}}
    if options.fail_on:
        table["fail-on"] = options.fail_on
    for key in ("index", "baseline"):
        given = getattr(options, key, None)
        if given:
            table[key] = os.path.abspath(given)
    return found.with_values(table)


def run(options: SimpleNamespace) -> int:
    """Report what is found; the exit status."""
    from normalize.errors import NormalizeError
    from normalize.gate.reports import REPORTS

    fault = paths_fault(options.paths)
    if fault:
        complain(fault)
        return 2
    if options.report not in REPORTS:
        from difflib import get_close_matches

        near = get_close_matches(options.report, REPORTS, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(REPORTS)}"
        complain(f"--report: there is no report {options.report!r}; {hint}")
        return 2
    try:
        return _run(options, settings_of(options))
    except NormalizeError as e:
        complain(str(e))
    except OSError as e:
        file = e.filename or options.output
        if not file:
            raise  # of standard output
        complain(f"{file}: {e.strerror or e}")
    return 2


def _run(options: SimpleNamespace, settings: "Settings") -> int:
    from normalize.gate.checking import Checker
    from normalize.gate.summary import Summary

    with Checker(settings) as checker:
        summary = Summary(lambda: checker.checked, settings.fail_on)
        named = checker.find(options.paths)
        first = next(named, None)
        if first is None:
            complain("nothing to check: no article file was found")
            return 2
        paths: Iterable[Path] = chain((first,), named)
        if options.diff or options.fix or options.unsafe_fixes:
            paths, changes = _mended(options, settings, paths)
            if options.diff:
                return 1 if changes and not options.exit_zero else 0
        if options.accept:
            return _accept(paths)
        found: Iterable[Finding] = checker.check(paths)
        if options.write_baseline:
            from normalize.gate import baseline

            count = baseline.write(Path(options.write_baseline), found)
            complain(f"{options.write_baseline}: {count:,} findings are known from now on")
            return 0
        if settings.baseline:
            from normalize.gate import baseline

            known = baseline.load(settings.folder / settings.baseline)
            found = baseline.unknown(found, known, summary)
        _report(options, summary.count(found), summary)
    return 1 if summary.has_failed and not options.exit_zero else 0


def _mended(
    options: SimpleNamespace, settings: "Settings", paths: Iterable[Path]
) -> tuple[list[Path], int]:
    """Mend files, or show how; the files under the names they have now, and how many changed."""
    from normalize.errors import NormalizeError
    from normalize.gate import fixing
    from normalize.gate.settings import Plan

    plan = Plan(settings)
    now = []
    changes = 0
    for path in paths:
        try:
            mended = fixing.mend(path, plan, unsafe=options.unsafe_fixes)
            if mended.is_changed and not options.diff:
                fixing.write(mended)
        except (OSError, NormalizeError) as e:
            # What cannot be read is a finding; what cannot be written stands as it was.
            complain(f"{path}: not mended: {getattr(e, 'strerror', None) or e}")
            now.append(path)
            continue
        changes += mended.is_changed
        now.append(path if options.diff else path.with_name(mended.name))
        if options.diff:
            sys.stdout.write("\n".join(map(harmless, mended.diff().split("\n"))))
        elif mended.is_changed:
            complain(f"{path}: mended {', '.join(dict.fromkeys(mended.codes))}")
        for code, fields in mended.refused:
            complain(f"{path}: {code} is not mended everywhere, which would change {fields}")
    return now, changes


def _accept(paths: Iterable[Path]) -> int:
    """Write the record of each file beside it, showing what changes."""
    from normalize.api import load
    from normalize.gate import expectations

    renewed = 0
    for path in paths:
        record = load(path)
        lines = expectations.difference(path, record)
        if lines:
            renewed += 1
            print("\n".join(map(harmless, lines)))
            expectations.accept(path, record)
    print(f"{renewed:,} of the expected records renewed")
    return 0


def _report(options: SimpleNamespace, found: "Iterator[Finding]", summary: "Summary") -> None:
    from normalize.gate.reports import writer

    pieces = _statistics(found, summary) if options.statistics else None
    with ExitStack() as stack:
        if options.output:
            from normalize.files import whole

            out: IO[bytes] = stack.enter_context(whole(Path(options.output)))
        else:
            out = sys.stdout.buffer
        for piece in pieces or writer(options.report)(found, summary):
            output = piece.encode("utf-8", "backslashreplace")
            # Programs read the other reports as they are; the one in text is for the screen.
            is_shown = options.output is None and options.report != "text" and sys.stdout.isatty()
            out.write(shown(output) if is_shown else output)
            if not options.output:
                out.flush()
    if options.report == "github" and os.environ.get("GITHUB_STEP_SUMMARY"):
        from normalize.gate.reports.github import digest

        with Path(os.environ["GITHUB_STEP_SUMMARY"]).open("a", encoding="utf-8") as job:
            job.write(digest(summary))


def _statistics(found: "Iterator[Finding]", summary: "Summary") -> Iterator[str]:
    for _ in found:
        pass
    for (code, name), count in summary.rules.most_common():
        yield f"{count:>9,}  {code} {name}\n"
    yield f"{summary}\n"
