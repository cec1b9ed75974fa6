"""What is checked and how: the table ``[tool.normalize]`` of pyproject.toml, or normalize.toml."""

from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Literal, Self

from attrs import Factory, define, evolve, field, fields, frozen

from normalize.errors import NormalizeError, Severity
from normalize.expression import expression
from normalize.files import MAX_SIZE
from normalize.gate.finding import SEVERITIES, Failing
from normalize.gate.registry import Rule, codes, rules

_DAY = expression(r"\d{4}(?:-\d\d(?:-\d\d)?)?\Z|today\Z")


def _strings(value: Any) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(item, str) for item in value):
        raise ValueError("a list of strings")
    return tuple(value)


def _selectors(value: Any) -> tuple[str, ...]:
    selectors = _strings(value)
    for selector in selectors:
        codes(selector)
    return selectors


def _severity(value: Any) -> Severity:
    for severity in SEVERITIES:
        if value == severity:
            return severity
    raise ValueError(f"one of {', '.join(SEVERITIES)}")


def _failing(value: Any) -> Failing:
    if value == "never":
        return "never"
    if value not in SEVERITIES:
        raise ValueError(f"one of {', '.join(SEVERITIES)}, never")
    return _severity(value)


def _severities(value: Any) -> dict[str, Severity]:
    if not isinstance(value, Mapping):
        raise ValueError("a table of rules and severities")
    out = {}
    for name, severity in value.items():
        try:
            out.update(dict.fromkeys(sorted(codes(name)), _severity(severity)))
        except NormalizeError:
            raise
        except ValueError as e:
            raise ValueError(*e.args, name) from None
    return out


def _count(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError("a count")
    return value


def _share(value: Any) -> float:
    if not isinstance(value, (int, float)) or not 0 < value <= 1:
        raise ValueError("a number above 0 and up to 1")
    return float(value)


def _string(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("a string")
    return value


def _day(value: Any) -> str:
    said = str(value)
    if not _DAY.match(said):
        raise ValueError("a day as YYYY-MM-DD, a month or a year, or 'today'")
    if said == "today":
        from datetime import UTC, datetime

        return datetime.now(UTC).date().isoformat()
    return said


def _key(read: Callable[[Any], Any], default: Any = None, *, per_path: bool = True) -> Any:
    return field(default=default, metadata={"read": read, "per_path": per_path})


@frozen
class Settings:
    """The settings of a run.

    Attributes:
        select: The rules that are checked: codes, beginnings of codes, names, ``DEFAULT``, ``ALL``.
        extend_select: More of them.
        ignore: Rules that are not checked though selected; of a selector of both the longer wins.
        severity: Severities other than the rules' own.
        fail_on: The least severity that makes a run fail, or ``never``.
        exclude: Patterns of paths that are not read.
        languages: The languages that articles are expected in, as primary subtags; any, if empty.
        earliest_date, latest_date: The days between which publication is expected. ``today`` is
            the one way to ask the clock.
        max_size: How large a file may be, in bytes.
        min_text: How many characters a text has at least.
        near_duplicate: From what share of common word triples on two texts are near duplicates.
        index: The file of the corpus index.
        baseline: The file of findings that are known.
        per_path: Patterns with the keys that differ there.
        folder: What patterns and file names are relative to.
    """

    select: tuple[str, ...] = _key(_selectors, ("DEFAULT",))
    extend_select: tuple[str, ...] = _key(_selectors, ())
    ignore: tuple[str, ...] = _key(_selectors, ())
    severity: Mapping[str, Severity] = _key(_severities, Factory(dict))
    fail_on: Literal["info", "warning", "error", "never"] = _key(
        _failing, "warning", per_path=False
    )
    exclude: tuple[str, ...] = _key(_strings, (), per_path=False)
    languages: tuple[str, ...] = _key(_strings, ())
    earliest_date: str | None = _key(_day)
    latest_date: str | None = _key(_day)
    max_size: int = _key(_count, MAX_SIZE)
    min_text: int = _key(_count, 100)
    near_duplicate: float = _key(_share, 0.5, per_path=False)
    index: str | None = _key(_string, per_path=False)
    baseline: str | None = _key(_string, per_path=False)
    per_path: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    folder: Path = Path()

    @classmethod
    def from_table(cls, table: Mapping[str, Any], folder: Path = Path()) -> Self:
        """Settings from a table of TOML.

        Raises:
            NormalizeError: A key is not known or a value is not of its kind
                (``settings-invalid``), or a rule is not known (``rule-unknown``).
        """
        rest = dict(table)
        parted = rest.pop("per-path", {})
        if not isinstance(parted, Mapping):
            raise _invalid("per-path", "a table of patterns")
        per_path = []
        for pattern, values in parted.items():
            where = f"per-path.{pattern}"
            if not isinstance(values, Mapping):
                raise _invalid(where, "a table")
            per_path.append((pattern, _values(values, where=f"{where}.", per_path=True)))
        return cls(**_values(rest), per_path=tuple(per_path), folder=folder)

    def with_values(self, table: Mapping[str, Any]) -> Self:
        """The same settings, but for the keys of a table."""
        return evolve(self, **_values(table))

    def is_excluded(self, path: Path) -> bool:
        """Whether the patterns leave a file out."""
        return any(_matches(self._below(path), pattern) for pattern in self.exclude)

    def _below(self, path: Path) -> str:
        absolute = Path(path).absolute()
        try:
            return absolute.relative_to(self.folder.absolute()).as_posix()
        except ValueError:
            return absolute.as_posix()


@define
class Plan:
    """Which rules are checked on which file, worked out once for each set of patterns."""

    settings: Settings
    _known: dict[tuple[int, ...], tuple[Settings, tuple[tuple[Rule, Severity], ...]]] = field(
        factory=dict
    )

    def of(self, path: Path) -> tuple[Settings, tuple[tuple[Rule, Severity], ...]]:
        """The settings of a file, and its rules with their severities."""
        below = self.settings._below(path) if self.settings.per_path else ""
        hits = tuple(
            i for i, (pattern, _) in enumerate(self.settings.per_path) if _matches(below, pattern)
        )
        if hits not in self._known:
            merged = self.settings
            for i in hits:
                values = dict(self.settings.per_path[i][1])
                for key in ("ignore", "extend_select"):
                    values[key] = (*getattr(merged, key), *values.get(key, ()))
                values["severity"] = {**merged.severity, **values.get("severity", {})}
                merged = evolve(merged, **values)
            self._known[hits] = merged, _chosen(merged)
        return self._known[hits]


def _chosen(settings: Settings) -> tuple[tuple[Rule, Severity], ...]:
    chosen = (*settings.select, *settings.extend_select)
    out = []
    for code, row in rules().items():
        wanted = _nearest(code, chosen)
        if wanted > _nearest(code, settings.ignore):
            out.append((row, settings.severity.get(code, row.severity)))
    return tuple(out)


def _nearest(code: str, selectors: Iterable[str]) -> int:
    """How narrowly selectors mean a rule: 0 for not at all, more for a code than for ``ALL``."""
    return max((_narrowness(s) for s in selectors if code in codes(s)), default=0)


def _narrowness(selector: str) -> int:
    if selector in ("ALL", "DEFAULT"):
        return 1 if selector == "ALL" else 2
    return len(selector) if selector.startswith("NRM") else len("NRM000")


def _matches(path: str, pattern: str) -> bool:
    """Whether a pattern means a path or a folder above it; ``*`` crosses slashes."""
    plain = pattern.rstrip("/")
    return fnmatchcase(path, plain) or fnmatchcase(path, f"{plain}/*")


_KEYS = {a.name.replace("_", "-"): a for a in fields(Settings) if a.metadata}


def _values(table: Mapping[str, Any], *, where: str = "", per_path: bool = False) -> dict[str, Any]:
    """The values of a table's keys, read."""
    known = [key for key, a in _KEYS.items() if not per_path or a.metadata["per_path"]]
    out = {}
    for key, value in table.items():
        if key not in known:
            from difflib import get_close_matches

            known += [] if per_path else ["per-path"]
            near = get_close_matches(key, known, 1)
            hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
            raise NormalizeError(
                f"there is no setting {where}{key}; {hint}", code="settings-invalid"
            )
        attribute = _KEYS[key]
        try:
            out[attribute.name] = attribute.metadata["read"](value)
        except NormalizeError:
            raise
        except ValueError as e:
            # What was expected, and the names of the tables down to what is wrong.
            expected, *names = e.args
            for name in names:
                value = value[name]
            path = ".".join((f"{where}{key}", *names))
            raise _invalid(path, f"{expected}, not {value!r}") from None
    return out


def _invalid(key: str, expected: str) -> NormalizeError:
    return NormalizeError(f"the setting {key} is {expected}", code="settings-invalid")


def load(file: Path) -> Settings | None:
    """The settings of a file; None of a pyproject.toml that has no ``[tool.normalize]``.

    Raises:
        OSError: It cannot be read.
        NormalizeError: It is not TOML, or ``Settings.from_table`` refuses it.
    """
    import tomllib

    try:
        table: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    except ValueError as e:
        raise NormalizeError(f"it is not TOML: {e}", code="settings-invalid", path=str(file)) from e
    if file.name == "pyproject.toml":
        table = table.get("tool", {}).get("normalize")
        if table is None:
            return None
    try:
        return Settings.from_table(table, file.parent)
    except NormalizeError as e:
        raise NormalizeError(e.msg, code=e.code, path=str(file)) from None


def discover(folder: Path) -> Settings:
    """The settings of the nearest normalize.toml or pyproject.toml, here or above; else defaults.

    Raises:
        NormalizeError: As ``load`` does.
    """
    here = folder.absolute()
    for place in (here, *here.parents):
        for name in ("normalize.toml", "pyproject.toml"):
            file = place / name
            found = load(file) if file.is_file() else None
            if found is not None:
                return found
    return Settings(folder=here)
