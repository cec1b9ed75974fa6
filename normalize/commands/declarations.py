"""A command's options as it declares them, read without ``argparse``.

To import ``argparse`` and to build a parser takes longer than to read an article.
"""

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from typing import TypeAlias

    Parser: TypeAlias = "ArgumentParser | Declarations"


class Declarations:
    """Takes what an ``ArgumentParser`` takes, and reads words that ask for nothing hard.

    Attributes:
        description, epilog: What a parser says in its help.
    """

    def __init__(self) -> None:
        self.description: str | None = None
        self.epilog: str | None = None
        self._defaults: dict[str, Any] = {}
        self._options: dict[str, tuple[str, dict[str, Any]]] = {}
        self._several: str | None = None
        self._is_simple = True

    def add_argument(self, *names: str, **declared: Any) -> None:
        """Declare an option by its names, or what stands without one, as a parser has it."""
        if names[0].startswith("-"):
            long = next((name for name in names if name.startswith("--")), names[0])
            target = declared.get("dest") or long.lstrip("-").replace("-", "_")
            is_flag = declared.get("action") == "store_true"
            if declared.get("action") != "version":
                self._defaults[target] = declared.get("default", False if is_flag else None)
            self._is_simple &= not declared.get("required")
            self._options.update(dict.fromkeys(names, (target, declared)))
        elif declared.get("nargs") == "+" and self._several is None:
            self._several = names[0]
        else:
            self._is_simple = False

    def read(self, words: list[str]) -> SimpleNamespace | None:
        """What words ask for, where a parser would say the same.

        Returns:
            The options; None where the words hold more than whole names of options, each with its
            value behind it, and what the command is about in one row: a parser knows what they
            mean, or what is wrong with them.
        """
        options = SimpleNamespace(**self._defaults)
        said: list[str] = []
        is_row_over = False
        left = iter(words)
        for word in left:
            if word == "-" or not word.startswith("-"):
                if is_row_over:
                    return None
                said.append(word)
                continue
            is_row_over = bool(said)
            target, declared = self._options.get(word, (None, {}))
            if target is None or not self._take(options, target, declared, left):
                return None
        if not (self._is_simple and self._several and said):
            return None
        setattr(options, self._several, said)
        return options

    @staticmethod
    def _take(options: SimpleNamespace, target: str, declared: dict[str, Any], left: Any) -> bool:
        """Take an option and its value; whether that could be done."""
        action = declared.get("action", "store")
        if action == "store_true":
            setattr(options, target, True)
            return True
        value = next(left, "-")
        if action not in ("store", "append") or "nargs" in declared or value.startswith("-"):
            return False
        try:
            value = declared.get("type", str)(value)
        except Exception:  # whatever it is: the parser, asked next, says what is wrong with it
            return False
        held = getattr(options, target) or []
        setattr(options, target, [*held, value] if action == "append" else value)
        return True
