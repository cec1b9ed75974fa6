"""Records and documents to test the laws on, drawn on their own, not by way of the reader."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from normalize.record import Record

_LETTERS = {
    "latin": "abcdefghilmnoprstuv",
    "vi": "abcdeghiklmnopqrstuvxyăâêôơưđáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụ",
    "ru": "абвгдежзиклмнопрстуфхцчшщыьэюя",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "zh": "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会",
}
_BLANK = {"zh": ""}
_FULL_STOP = {"zh": "。"}


@st.composite
def words(draw: st.DrawFn, script: str, least: int, most: int) -> str:
    """A run of made-up words of a script, the first in a capital."""
    letters = st.text(alphabet=_LETTERS[script], min_size=2, max_size=9)
    said = _BLANK.get(script, " ").join(draw(st.lists(letters, min_size=least, max_size=most)))
    return said[:1].upper() + said[1:]


@st.composite
def sentences(draw: st.DrawFn, script: str) -> str:
    """A sentence long enough to be one of running text."""
    return draw(words(script, 22, 40)) + _FULL_STOP.get(script, ".")


_LENGTHS = {"month": 7, "day": 10, "minute": 16, "second": 19}


@st.composite
def dates(draw: st.DrawFn, precisions: tuple[str, ...], zones: tuple[str, ...]) -> str:
    """A date in the record's form, of one of the precisions; a zone only behind a clock."""
    moment = draw(st.datetimes(datetime(1900, 1, 1), datetime(2099, 12, 31))).replace(microsecond=0)
    precision = draw(st.sampled_from(precisions))
    value = moment.isoformat()[: _LENGTHS[precision]]
    return value + draw(st.sampled_from(zones)) if precision in ("minute", "second") else value


def instant(value: str) -> str | None:
    """The instant in UTC of a date in the record's form, by `datetime` alone."""
    if len(value) < 17 or not (value.endswith("Z") or value[-6] in "+-"):
        return None
    moment = datetime.fromisoformat(value).astimezone(UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}Z".rjust(20, "0")


_ADDRESSES = st.builds(
    "https://{}.example/{}".format,
    st.text("abcdefgh", min_size=3, max_size=10),
    st.text("abcdefghijklm-_()%~.", min_size=0, max_size=30),
)


_ANY_ZONE = ("", "Z", "+07:00", "-03:30")
_DATES = {
    "jekyll-post": st.none() | dates(("month", "day", "minute", "second"), _ANY_ZONE),
    "html-comment": dates(("second",), ("Z",)),
    "date-prefix": dates(("month", "day", "minute", "second"), ("",)),
    "headline-timestamp": dates(("day", "minute", "second"), _ANY_ZONE),
    "headline": st.none(),
}
_LANGUAGES = st.none() | st.sampled_from(("en", "vi", "zh-Hans", "pt-BR"))
_TITLED = ("headline", "headline-timestamp")
_LINKED = ("jekyll-post", "html-comment")


def _titles(format_: str, script: str) -> st.SearchStrategy[str | None]:
    if format_ in _TITLED:
        return words(script, 5, 9)
    return st.none() | words(script, 5, 9) if format_ in _LINKED else st.none()


@st.composite
def records(draw: st.DrawFn, format_: str) -> Record:
    """A record as a person might make it, with fields that a format has a place for."""
    script = draw(st.sampled_from(sorted(_LETTERS)))
    published = draw(_DATES[format_])
    tags = st.lists(words(script, 1, 2), max_size=3, unique=True)
    paragraphs = st.lists(sentences(script), min_size=1, max_size=5, unique=True)
    return Record(
        title=draw(_titles(format_, script)),
        published=published,
        published_at=instant(published) if published else None,
        url=draw(st.none() | _ADDRESSES) if format_ in _LINKED else None,
        language=draw(_LANGUAGES) if format_ == "jekyll-post" else None,
        tags=tuple(draw(tags)) if format_ == "jekyll-post" else (),
        text="\n\n".join(draw(paragraphs)),
    )
