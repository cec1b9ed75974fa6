"""Text as a terminal may show it, and the columns that it takes there."""

from unicodedata import category, east_asian_width

from normalize.expression import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

# Controls, marks that turn the direction or cannot be seen (but for the joiners that scripts need),
# separators of lines, undecodable bytes, tags and what is no character.
STEERING = expression(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
_WIDE = ("W", "F")
_WIDTHLESS = ("Mn", "Me", "Cf")


def harmless(text: str) -> str:
    """A text as a terminal may show it, what would steer it written as Python escapes it."""
    return text if text.isprintable() else STEERING.sub(_escaped, text)


def _escaped(found: "re.Match[str]") -> str:
    return ascii(found[0])[1:-1]


def width(text: str) -> int:
    """How many columns of a terminal a text takes that is harmless."""
    if text.isascii():
        return len(text)
    return sum(
        0 if category(c) in _WIDTHLESS else 2 if east_asian_width(c) in _WIDE else 1 for c in text
    )
