"""What ends an article and names its author or its origin."""

from collections.abc import Iterator

from normalize import people
from normalize.bylines import is_person
from normalize.cues import Cues
from normalize.expression import expression
from normalize.people import Credit

# What ends the last paragraph in brackets: `(AFP)`, `（情報提供元：東岭日报）`.
_BRACKETED = expression(r"\s*[(（\[［]\s*([^()（）\[\]［］]{2,80}?)\s*[)）\]］]\s*[.。]?\s*\Z")
# An agency alone behind the last stop: `… in the night. PTI`.
_SIGNED = expression(
    r"(?P<stop>[.!?。！？][\"”’»」]?)\s*[-–—/]{0,2}\s*"
    r"(?P<agency>[^\s.!?。！？/–—-][^.!?。！？\n]{1,30}?)/?\Z"
)
# Where a prompt leads: `Read more at northwire.example …`.
_AT_HOST = expression(r"(?<=\s)((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,8})\Z")
# In the press of these languages the name alone stands below the text.
_SIGNING = ("vi",)
_SLASH = expression(r"\s*[/／,，、+;]\s*")
_PROMPT = 80
_REACH = 120


def below(line: str, cues: Cues, *, signed: bool) -> list[Credit]:
    """Whom the line below the last sentence names: an agency, or the author.

    Args:
        line: The line.
        cues: The words of its language.
        signed: Whether a name there signs the article: it is the last line, and no byline was read.
    """
    if people.is_agency(line, cues):
        return [Credit("source", line, 0, len(line))]
    if signed and cues.language in _SIGNING and is_person(line, cues):
        return [Credit("byline", line, 0, len(line))]
    return []


def more(line: str, cues: Cues) -> list[Credit]:
    """The outlet that has the whole article, of a prompt to read it there."""
    prompt = cues.prompts.match(line) if len(line) <= _PROMPT else None
    if prompt is None or prompt.lastgroup != "more":
        return []
    said = line.rstrip(" .…")
    host = _AT_HOST.search(said)
    if host is not None:
        return [Credit("source", host[1], *host.span(1))]
    named = (x for x in cues.agencies.finditer(said) if x.end() == len(said))
    return [Credit("source", x[0], *x.span()) for x in named]


def behind(text: str, cues: Cues) -> Iterator[tuple[int, list[Credit]]]:
    """The credits behind the last sentence of a paragraph, and where the sentence ends."""
    found = _BRACKETED.search(text, max(0, len(text) - _REACH))
    if found is not None and found.start() > 0:
        said, offset = found[1], found.start(1)
        named = people.credits(said, cues)
        if not named and people.is_agency(_SLASH.split(said)[0], cues):
            named = [Credit("source", said, 0, len(said))]
        if named:
            placed = [c._replace(start=offset + c.start, end=offset + c.end) for c in named]
            yield found.start(), placed
        return
    found = _SIGNED.search(text, max(0, len(text) - _REACH))
    if found is not None and people.is_agency(found["agency"], cues):
        yield found.end("stop"), [Credit("source", found["agency"], *found.span("agency"))]
