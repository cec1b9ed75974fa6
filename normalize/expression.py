"""Regular expressions that are compiled when they are first used.

To compile all that the modules hold takes longer than to read a hundred articles, and one article
needs few of them.
"""

import re
from typing import TYPE_CHECKING, Any, AnyStr

_TAKEN_OVER = (
    "findall",
    "finditer",
    "fullmatch",
    "groupindex",
    "groups",
    "match",
    "scanner",
    "search",
    "split",
    "sub",
    "subn",
)


class _Expression:
    """An expression by its source; on first use it takes over what the compiled one can do."""

    def __init__(self, source: str | bytes, flags: int = 0) -> None:
        self.pattern = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        # From now on each is found on the object itself, and this is not called again.
        vars(self).update((own, getattr(compiled, own)) for own in _TAKEN_OVER)
        return getattr(compiled, name)


if TYPE_CHECKING:

    def expression(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
        """An expression that is compiled when it is first used, with a pattern's methods."""
else:
    expression = _Expression
