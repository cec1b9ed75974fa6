"""What opens a lead before its first word: a dateline, an agency, reporters, an outlet.

The forms are those of the agencies' own style: AP and Reuters (``PLACE (AGENCY) —``), TASS and RIA
(``МЕСТО, 5 января. /АГЕНТСТВО/.``), Xinhua and CNA (``agency place day 电（记者 names）``), Kyodo
and Jiji (``【place agency】``), Yonhap (``(place=agency) name 기자 =``).
"""

from typing import NamedTuple

from normalize.cues import Cues
from normalize.expression import expression
from normalize.people import HOST

_DASH = r"\s*[-–—]+\s+"
_HAN = r"[\u4e00-\u9fff]"
_HAN_DAY = r"(?:\d{1,2}|[〇一二三四五六七八九十]{1,3})"


# An outlet in capitals or by its host, or anything short in brackets, before a dash.
_OUTLET = expression(
    rf"(?:\((?P<bracketed>[^\W_][\w.&+/ -]{{1,24}})\)\s*[-–—]+\s*"
    rf"|(?P<bare>[^\W\d_a-z][\w.+&-]{{1,30}}){_DASH})(?=\S)"
)

_FORMS = tuple(
    map(
        expression,
        (
            # WASHINGTON (AP) — · LONDON, Jan 5 (Reuters) - · WELLBROOK, Ohio (AP) —
            rf"(?P<place>[^\W\d_a-z](?:[^\W\d_]|[ .'’-](?=[^\W\d_])){{1,40}}"
            rf"(?:, [^\W\d_a-z][^\W\d_]{{1,20}}\.?)??)"
            rf"(?:, [^\W\d_]{{3,9}}\.? \d{{1,2}})? ?\((?P<agency>[^()\n]{{2,24}})\){_DASH}(?=\S)",
            # МОСКВА, 5 января. /ТАСС/. · МОСКВА, 5 янв — РИА Новости.
            r"(?P<place>[А-ЯЁІЇЄҐ][А-ЯЁІЇЄҐ -]{2,30}), \d{1,2} [а-яёіїє]{3,9}\.?"
            r"(?:\s*/(?P<agency>[^/\n]{2,24})/\.?|\s*[-–—]\s*(?P<agency_>[^.\n]{2,24})\.)\s+(?=\S)",
            # 新华社北京1月9日电（记者董雪） · （中央社台北5日電） · 【據新華社開羅二十四日電】
            rf"[（(【\[]?[據据]?(?P<agency>{_HAN}{{1,8}}?[社网網报報台])(?P<place>{_HAN}{{2,8}}?)"
            rf"(?:{_HAN_DAY}月)?{_HAN_DAY}日[电電讯訊][）)】\]]?"
            r"(?:[（(](?P<people>[^（）()\n]{2,40})[）)])?[：:]?\s*(?=\S)",
            # 中央社／ 台北24日電
            rf"(?P<agency>{_HAN}{{2,8}}?[社網网報报])[／/]\s*(?P<place>{_HAN}{{2,8}}?)"
            rf"(?:{_HAN_DAY}月)?{_HAN_DAY}日[电電][：:]?\s*",
            # 本报讯（记者 高文远）
            r"本[报報网網台][讯訊][（(](?P<people>[^（）()\n]{2,40})[）)]\s*(?=\S)",
            # 【ワシントン共同】 · 【エルサレム＝田中一郎】
            r"【(?P<place>[^】＝=\n]{1,20}?)(?P<agency>共同|時事|ロイター|ＡＦＰ|AFP|ＡＰ|AP)】\s*(?=\S)",
            r"【(?P<place>[^】＝=\n]{1,20})[＝=](?P<people>[^】\n]{2,30})】\s*(?=\S)",
            # (서울=연합뉴스) 홍길동 기자 =
            r"[(\[](?P<place>[\uac00-\ud7af·,]{2,15})=(?P<agency>[^)\]\s]{2,12})[)\]]\s*"
            r"(?:(?P<people>[\uac00-\ud7af· ]{2,30}) 기자\s*=\s*)?(?=\S)",
        ),
    )
)
# Each form has one of these near its beginning.
_SIGN = expression(r"[(（\[【/／—–電电讯訊-]")
_REACH = 120
# A place in capitals alone before a long dash: LONDON —
_BARE_PLACE = expression(
    r"(?P<place>[^\W\d_a-z](?:[^\W\d_a-z]|[ .'’-](?=[^\W\d_a-z])){2,30})"
    r"\s*[—–]+\s+(?=\S)"
)


class Opening(NamedTuple):
    """The opening of a lead.

    Attributes:
        end: Where the text begins behind it, in characters of the paragraph.
        place: The place of a dateline.
        outlet: The agency or outlet.
        people: The reporters, as they are written.
        host: The outlet in lower case, where it is named by its host.
    """

    end: int
    place: str | None
    outlet: str | None
    people: str | None
    host: str | None


def opening(text: str, cues: Cues) -> Opening | None:
    """What stands before the first word of a paragraph, if it is a dateline or an outlet.

    Args:
        text: The paragraph.
        cues: The words of its language.
    """
    if not _SIGN.search(text, 0, _REACH):
        return None
    # The form of Latin letters comes first, and the others open with their own.
    for form in _FORMS[:1] if text[:2].isascii() else _FORMS:
        found = form.match(text)
        if found is not None:
            groups = found.groupdict()
            agency = groups.get("agency") or groups.get("agency_")
            return Opening(found.end(), groups.get("place"), agency, groups.get("people"), None)
    found = _OUTLET.match(text)
    if found is not None:
        name = found["bracketed"] or found["bare"]
        host = name.lower() if HOST.match(name) else None
        # A broadcaster numbers its channels: `VOV1`.
        channel = name.rstrip("0123456789")
        if found["bracketed"] or host or cues.agencies.fullmatch(channel):
            return Opening(found.end(), None, name, None, host)
    found = _BARE_PLACE.match(text)
    if found is None or not found["place"].isupper():
        return None
    return Opening(found.end(), found["place"], None, None, None)
