"""The lines that date an article, wherever they stand around its text, in many presses' forms."""

import pytest

import normalize

# A headline and two paragraphs of each language.
ARTICLES: dict[str, tuple[str, str, str]] = {
    "en": (
        "Council agrees to rebuild the old bridge",
        "The council agreed on Tuesday to rebuild the old bridge, which has been closed to "
        "traffic since the flood of last spring.",
        "Residents of the village said that they had waited for a decision for more than two "
        "years, and that they were glad of it.",
    ),
    "de": (
        "Gemeinderat will die alte Brücke erneuern",
        "Der Gemeinderat hat am Dienstag beschlossen, die alte Brücke zu erneuern, die seit dem "
        "Hochwasser für den Verkehr gesperrt ist.",
        "Die Bewohner des Dorfes sagten, dass sie seit mehr als zwei Jahren auf eine Entscheidung "
        "gewartet hätten und nun froh seien.",
    ),
    "fr": (
        "Le conseil va reconstruire le vieux pont",
        "Le conseil a décidé mardi de reconstruire le vieux pont, qui est fermé à la circulation "
        "depuis les inondations du printemps.",
        "Les habitants du village ont dit qu'ils attendaient une décision depuis plus de deux ans "
        "et qu'ils en étaient heureux.",
    ),
    "es": (
        "El consejo reconstruirá el viejo puente",
        "El consejo decidió el martes reconstruir el viejo puente, que está cerrado al tráfico "
        "desde las inundaciones de la primavera.",
        "Los vecinos del pueblo dijeron que esperaban una decisión desde hace más de dos años y "
        "que estaban contentos con ella.",
    ),
    "pt": (
        "Conselho vai reconstruir a velha ponte",
        "O conselho decidiu na terça-feira reconstruir a velha ponte, que está fechada ao "
        "trânsito desde as cheias da primavera.",
        "Os moradores da aldeia disseram que esperavam uma decisão há mais de dois anos e que "
        "estavam contentes com ela.",
    ),
    "it": (
        "Il consiglio ricostruirà il vecchio ponte",
        "Il consiglio ha deciso martedì di ricostruire il vecchio ponte, che è chiuso al traffico "
        "dalle alluvioni della primavera.",
        "Gli abitanti del paese hanno detto che aspettavano una decisione da più di due anni e "
        "che ne erano contenti.",
    ),
    "ru": (
        "Совет решил восстановить старый мост",
        "Совет решил во вторник восстановить старый мост, который закрыт для движения после "
        "весеннего наводнения в прошлом году.",
        "Жители деревни сказали, что они ждали этого решения больше двух лет и что они ему очень "
        "рады.",
    ),
    "zh": (
        "县政府决定重修老桥",
        "县政府星期二决定重修老桥，这座桥自去年春天的洪水以来一直不通车，村民们只能绕远路出行。",
        "村里的居民说，他们为了这个决定已经等了两年多，现在终于等到了，大家都很高兴。",
    ),
    "ja": (
        "村が古い橋を架け替えへ",
        "村議会は火曜日、春の洪水から通行止めになっている古い橋を架け替えることを決めた。工事は来年始まる。",
        "村の住民たちは、二年以上も決定を待っていたので、とてもうれしいと話している。",
    ),
    "ko": (
        "군의회, 오래된 다리 다시 짓기로",
        "군의회는 화요일 지난봄 홍수 이후 통행이 막힌 오래된 다리를 다시 짓기로 결정했다고 밝혔다.",
        "마을 주민들은 이 결정을 이 년 넘게 기다려 왔다며 매우 기쁘다고 말했다.",
    ),
    "vi": (
        "Hội đồng quyết định xây lại cây cầu cũ",
        "Hội đồng hôm thứ Ba đã quyết định xây lại cây cầu cũ, vốn bị cấm xe qua lại kể từ trận "
        "lũ mùa xuân năm ngoái.",
        "Người dân trong làng nói rằng họ đã chờ quyết định này hơn hai năm và rất vui mừng khi "
        "nghe tin.",
    ),
    "nl": (
        "Gemeenteraad wil de oude brug herbouwen",
        "De gemeenteraad heeft dinsdag besloten de oude brug te herbouwen, die sinds de "
        "overstroming voor het verkeer gesloten is.",
        "De bewoners van het dorp zeiden dat zij al meer dan twee jaar op een besluit wachtten en "
        "dat zij er blij mee zijn.",
    ),
    "pl": (
        "Rada odbuduje stary most",
        "Rada zdecydowała we wtorek o odbudowie starego mostu, który jest zamknięty dla ruchu od "
        "wiosennej powodzi.",
        "Mieszkańcy wsi powiedzieli, że czekali na tę decyzję od ponad dwóch lat i że bardzo się "
        "z niej cieszą.",
    ),
    "fi": (
        "Valtuusto rakentaa vanhan sillan uudelleen",
        "Valtuusto päätti tiistaina rakentaa uudelleen vanhan sillan, joka on ollut suljettu "
        "liikenteeltä kevään tulvasta lähtien.",
        "Kylän asukkaat sanoivat, että he olivat odottaneet päätöstä yli kaksi vuotta ja että he "
        "olivat siitä iloisia.",
    ),
    "cs": (
        "Rada obnoví starý most",
        "Rada v úterý rozhodla o obnově starého mostu, který je od jarní povodně uzavřen pro "
        "veškerou dopravu v obci.",
        "Obyvatelé vesnice řekli, že na rozhodnutí čekali více než dva roky a že z něj mají "
        "velkou radost.",
    ),
    "hu": (
        "A tanács újjáépíti a régi hidat",
        "A tanács kedden úgy döntött, hogy újjáépíti a régi hidat, amely a tavaszi árvíz óta le "
        "van zárva a forgalom elől.",
        "A falu lakói azt mondták, hogy több mint két éve vártak a döntésre, és hogy nagyon "
        "örülnek neki.",
    ),
    "id": (
        "Dewan akan membangun kembali jembatan tua",
        "Dewan memutuskan pada hari Selasa untuk membangun kembali jembatan tua yang ditutup "
        "sejak banjir musim semi tahun lalu.",
        "Warga desa mengatakan bahwa mereka telah menunggu keputusan itu selama lebih dari dua "
        "tahun dan merasa senang.",
    ),
    "tr": (
        "Meclis eski köprüyü yeniden yapacak",
        "Meclis salı günü, ilkbahardaki selden bu yana trafiğe kapalı olan eski köprünün yeniden "
        "yapılmasına karar verdi.",
        "Köy sakinleri bu karar için iki yıldan fazla beklediklerini ve çok mutlu olduklarını "
        "söylediler.",
    ),
    "ar": (
        "المجلس يقرر إعادة بناء الجسر القديم",
        "قرر المجلس يوم الثلاثاء إعادة بناء الجسر القديم الذي أغلق أمام حركة المرور منذ الفيضان "
        "الذي وقع في الربيع الماضي.",
        "وقال سكان القرية إنهم انتظروا هذا القرار أكثر من عامين وإنهم سعداء به كثيرا.",
    ),
    "fa": (
        "شورا پل قدیمی را بازسازی می‌کند",
        "شورا روز سه‌شنبه تصمیم گرفت پل قدیمی را که از زمان سیل بهار گذشته به روی خودروها بسته "
        "است بازسازی کند.",
        "ساکنان روستا گفتند که بیش از دو سال برای این تصمیم منتظر مانده بودند و از آن بسیار "
        "خوشحال هستند.",
    ),
    "sv": (
        "Rådet bygger om den gamla bron",
        "Rådet beslutade på tisdagen att bygga om den gamla bron, som har varit stängd för trafik "
        "sedan översvämningen i våras.",
        "Byns invånare sade att de hade väntat på ett beslut i mer än två år och att de var glada "
        "över det.",
    ),
}
# A line, its language, when it says that the article was published and when it was changed.
LINES: list[tuple[str, str, str, str | None]] = [
    ("en", "By Jane Doe November 19, 2019, 07:47 PM EST", "2019-11-19T19:47-05:00", None),
    (
        "en",
        "By JANE DOE | Associated Press | PUBLISHED: November 19, 2019 at 10:12 p.m. | UPDATED: "
        "November 20, 2019 at 4:12 a.m.",
        "2019-11-19T22:12",
        "2019-11-20T04:12",
    ),
    ("en", "Posted 9:41 AM, Nov 19, 2019", "2019-11-19T09:41", None),
    (
        "en",
        "Posted: 9:41 AM, Nov 19, 2019 Last Updated: 10:12 AM, Nov 20, 2019",
        "2019-11-19T09:41",
        "2019-11-20T10:12",
    ),
    (
        "en",
        "Posted at 9:41 AM, Nov 19, 2019 and last updated 10:12 AM, Nov 20, 2019",
        "2019-11-19T09:41",
        "2019-11-20T10:12",
    ),
    (
        "en",
        "Updated Nov 20, 2019, 9:41 AM;Posted Nov 19, 2019, 8:19 PM",
        "2019-11-19T20:19",
        "2019-11-20T09:41",
    ),
    (
        "en",
        "Published: Nov. 19, 2019 at 7:47 PM EST|Updated: 2 hours ago",
        "2019-11-19T19:47-05:00",
        None,
    ),
    ("en", "Published: Nov. 19, 2019 at 7:47 PM EST", "2019-11-19T19:47-05:00", None),
    (
        "en",
        "Tue 19 Nov 2019 07.47 GMT Last modified on Wed 20 Nov 2019 08.29 GMT",
        "2019-11-19T07:47Z",
        "2019-11-20T08:29Z",
    ),
    (
        "en",
        "Last modified on Wed 20 Nov 2019 08.29 GMT First published on Tue 19 Nov 2019 07.47 GMT",
        "2019-11-19T07:47Z",
        "2019-11-20T08:29Z",
    ),
    (
        "en",
        "Issued on: 19/11/2019 - 07:47 Modified: 20/11/2019 - 08:00",
        "2019-11-19T07:47",
        "2019-11-20T08:00",
    ),
    ("en", "November 19th, 2019 at 7:47 pm", "2019-11-19T19:47", None),
    ("en", "Nov 19, 2019 • 3 min read", "2019-11-19", None),
    ("en", "• 3 min read • Nov 19, 2019", "2019-11-19", None),
    ("en", "Posted by John Doe on November 19, 2019 in News, Politics", "2019-11-19", None),
    ("en", "on November 19, 2019", "2019-11-19", None),
    ("en", "By John Doe on November 19, 2019", "2019-11-19", None),
    (
        "en",
        "John Doe, Staff Writer November 19, 2019 Updated: November 20, 2019 8:01 a.m.",
        "2019-11-19",
        "2019-11-20T08:01",
    ),
    ("en", "November 19, 2019Leave a comment", "2019-11-19", None),
    ("en", "November 19, 2019 By John Doe 5 Comments", "2019-11-19", None),
    ("en", "Written by Jane Doe Tuesday, 19 November 2019 07:47", "2019-11-19T07:47", None),
    ("en", "(Nov. 19, 2019)", "2019-11-19", None),
    ("en", "[2019-11-19]", "2019-11-19", None),
    ("en", "- November 19, 2019", "2019-11-19", None),
    ("en", "| Nov 19, 2019 |", "2019-11-19", None),
    ("en", "/ November 19, 2019 /", "2019-11-19", None),
    ("en", "First Published: Nov 19, 2019, 7:47 AM IST", "2019-11-19T07:47", None),
    ("en", "19 Nov 2019, 07:47 IST", "2019-11-19T07:47", None),
    ("en", "@janedoe · Nov 19, 2019 · 5 min", "2019-11-19", None),
    (
        "en",
        "PUBLISHED Tue, Nov 19 2019 7:47 AM EST UPDATED Wed, Nov 20 2019 9:00 AM EST",
        "2019-11-19T07:47-05:00",
        "2019-11-20T09:00-05:00",
    ),
    (
        "en",
        "Story by Jane Doe, CNN Updated 7:47 PM ET, Tue November 19, 2019",
        "2019-11-19T19:47",
        "2019-11-19T19:47",
    ),
    ("en", "Created: November 19, 2019 07:47", "2019-11-19T07:47", None),
    ("en", "Monday 19 November 2019 07:47", "2019-11-19T07:47", None),
    ("en", "2019-11-19T07:47:00+00:00", "2019-11-19T07:47:00Z", None),
    ("en", "Date: Tuesday, November 19, 2019", "2019-11-19", None),
    ("en", "Date of publication: 19.11.2019", "2019-11-19", None),
    ("en", "NEW YORK, Nov. 19, 2019 /PRNewswire/", "2019-11-19", None),
    ("de", "Stand: 19.11.2019 07:47 Uhr", "2019-11-19T07:47", None),
    ("de", "STAND: 19.11.2019, 07:47 Uhr", "2019-11-19T07:47", None),
    (
        "de",
        "Veröffentlicht am 19.11.2019 um 07:47 Uhr | Lesedauer: 3 Minuten",
        "2019-11-19T07:47",
        None,
    ),
    ("de", "19. November 2019, 7:47 Uhr / Quelle: dpa", "2019-11-19T07:47", None),
    (
        "de",
        "19.11.2019, 07.47 Uhr • Aktualisiert am 20.11.2019, 08.00 Uhr",
        "2019-11-19T07:47",
        "2019-11-20T08:00",
    ),
    ("de", "Von Jana Beispiel, 19.11.2019 - 07:47 Uhr", "2019-11-19T07:47", None),
    (
        "de",
        "Erstellt: 19.11.2019 Aktualisiert: 20.11.2019, 08:00 Uhr",
        "2019-11-19",
        "2019-11-20T08:00",
    ),
    ("de", "von Jana Beispiel am 19. November 2019", "2019-11-19", None),
    ("de", "Am 19. November 2019 von Jana Beispiel veröffentlicht", "2019-11-19", None),
    ("de", "Artikel vom 19.11.2019 - 07:47 Uhr", "2019-11-19T07:47", None),
    ("de", "Dienstag, 19.11.2019, 07:47", "2019-11-19T07:47", None),
    (
        "fr",
        "Publié le 19 novembre 2019 à 07h47 - Mis à jour le 20 novembre 2019 à 10h00 - Lecture 3 "
        "min.",
        "2019-11-19T07:47",
        "2019-11-20T10:00",
    ),
    (
        "fr",
        "Publié le 19/11/2019 à 07:47, mis à jour le 20/11/2019 à 10:00",
        "2019-11-19T07:47",
        "2019-11-20T10:00",
    ),
    ("fr", "Par Jeanne Dupont, le 19 novembre 2019 à 7h47", "2019-11-19T07:47", None),
    ("fr", "Mardi 19 novembre 2019", "2019-11-19", None),
    ("fr", "Rédigé par Jeanne Dupont et publié le 19/11/2019", "2019-11-19", None),
    ("es", "19 NOV 2019 - 07:47 CET", "2019-11-19T07:47+01:00", None),
    (
        "es",
        "Actualizado: 20 nov. 2019 - 07:47 | Publicado: 19 nov. 2019 - 06:00",
        "2019-11-19T06:00",
        "2019-11-20T07:47",
    ),
    ("es", "19 de noviembre de 2019 · 07:47 hs", "2019-11-19T07:47", None),
    ("es", "Martes, 19 de Noviembre de 2019", "2019-11-19", None),
    ("es", "Por Juan Pérez | 19/11/2019 | 07:47", "2019-11-19T07:47", None),
    ("es", "Publicado el 19/11/2019 a las 07:47 hs.", "2019-11-19T07:47", None),
    (
        "pt",
        "Publicado em 19/11/2019 07h47 - Atualizado em 20/11/2019 10h00",
        "2019-11-19T07:47",
        "2019-11-20T10:00",
    ),
    ("pt", "Por G1 — São Paulo 19/11/2019 07h47 Atualizado há 2 anos", "2019-11-19T07:47", None),
    ("pt", "19 nov 2019 às 07:47", "2019-11-19T07:47", None),
    ("it", "di Redazione, 19 novembre 2019", "2019-11-19", None),
    ("it", "Pubblicato il 19 novembre 2019 alle ore 07:47", "2019-11-19T07:47", None),
    ("it", "19 Novembre 2019 Aggiornato alle 10:00", "2019-11-19", None),
    ("ru", "Опубликовано: 19.11.2019, 07:47", "2019-11-19T07:47", None),
    ("ru", "07:47, 19 ноября 2019", "2019-11-19T07:47", None),
    (
        "ru",
        "19 ноября 2019, 07:47 Обновлено: 20 ноября 2019, 10:00",
        "2019-11-19T07:47",
        "2019-11-20T10:00",
    ),
    ("ru", "19.11.2019 в 07:47, просмотров: 1234", "2019-11-19T07:47", None),
    ("zh", "2019-11-19 07:47:00 来源：新华网", "2019-11-19T07:47:00", None),
    ("zh", "发布时间：2019-11-19 07:47 作者：张三 来源：新华网", "2019-11-19T07:47", None),
    ("zh", "来源：新华网 发布时间：2019-11-19 07:47", "2019-11-19T07:47", None),
    ("zh", "2019年11月19日07:47 新浪新闻", "2019-11-19T07:47", None),
    ("zh", "（2019-11-19 07:47）", "2019-11-19T07:47", None),
    ("zh", "2019年11月19日 07:47 更新", "2019-11-19T07:47", "2019-11-19T07:47"),
    ("zh", "【大纪元2019年11月19日讯】", "2019-11-19", None),
    ("ja", "2019年11月19日 7時47分 公開", "2019-11-19T07:47", None),
    ("ja", "公開日: 2019年11月19日 更新日: 2019年11月20日", "2019-11-19", "2019-11-20"),
    ("ja", "2019/11/19(火) 7:47配信", "2019-11-19T07:47", None),
    ("ja", "2019年11月19日公開 2019年11月20日更新", "2019-11-19", "2019-11-20"),
    ("ja", "投稿日：2019年11月19日", "2019-11-19", None),
    ("ja", "2019.11.19", "2019-11-19", None),
    ("ko", "입력 2019.11.19 07:47 수정 2019.11.20 08:00", "2019-11-19T07:47", "2019-11-20T08:00"),
    ("ko", "기사입력 :[ 2019-11-19 07:47 ]", "2019-11-19T07:47", None),
    ("ko", "홍길동 기자 승인 2019.11.19 07:47 댓글 0", "2019-11-19T07:47", None),
    (
        "ko",
        "등록 2019-11-19 오전 7:47:00 수정 2019-11-20 오전 8:00:00",
        "2019-11-19T07:47:00",
        "2019-11-20T08:00:00",
    ),
    ("vi", "Thứ Ba, 19/11/2019 07:47 (GMT+7)", "2019-11-19T07:47+07:00", None),
    ("vi", "Ngày đăng: 19/11/2019 07:47", "2019-11-19T07:47", None),
    ("vi", "Cập nhật lúc 07:47, Thứ Ba, 19/11/2019", "2019-11-19T07:47", "2019-11-19T07:47"),
    (
        "nl",
        "Gepubliceerd op 19 november 2019 om 07:47, bijgewerkt op 20 november 2019 om 10:00",
        "2019-11-19T07:47",
        "2019-11-20T10:00",
    ),
    ("nl", "19 nov 2019 om 07:47", "2019-11-19T07:47", None),
    ("nl", "Dinsdag 19 november 2019 07:47", "2019-11-19T07:47", None),
    (
        "pl",
        "Opublikowano: 19.11.2019 07:47 Aktualizacja: 20.11.2019 10:00",
        "2019-11-19T07:47",
        "2019-11-20T10:00",
    ),
    ("pl", "19 listopada 2019, 07:47", "2019-11-19T07:47", None),
    ("fi", "Julkaistu 19.11.2019 klo 7.47", "2019-11-19T07:47", None),
    (
        "fi",
        "19.11.2019 klo 7:47 | Päivitetty 20.11.2019 klo 10:00",
        "2019-11-19T07:47",
        "2019-11-20T10:00",
    ),
    ("cs", "Publikováno: 19. 11. 2019 7:47", "2019-11-19T07:47", None),
    (
        "cs",
        "19. listopadu 2019 7:47, aktualizováno 20. listopadu 2019 10:00",
        "2019-11-19T07:47",
        "2019-11-20T10:00",
    ),
    ("hu", "2019. november 19., kedd 07:47", "2019-11-19T07:47", None),
    ("hu", "2019.11.19. 07:47", "2019-11-19T07:47", None),
    ("id", "Selasa, 19 November 2019 07:47 WIB", "2019-11-19T07:47+07:00", None),
    ("id", "Diterbitkan pada 19/11/2019, 07:47 WIB", "2019-11-19T07:47+07:00", None),
    (
        "tr",
        "Yayınlanma: 19.11.2019 07:47 Güncelleme: 20.11.2019 10:00",
        "2019-11-19T07:47",
        "2019-11-20T10:00",
    ),
    ("tr", "19 Kasım 2019 Salı 07:47", "2019-11-19T07:47", None),
    ("ar", "نشر في: 19 نوفمبر 2019 - 07:47", "2019-11-19T07:47", None),
    ("ar", "الثلاثاء 19 نوفمبر 2019 - 07:47", "2019-11-19T07:47", None),
    ("fa", "تاریخ انتشار: ۲۸ آبان ۱۳۹۸ - ۰۷:۴۷", "2019-11-19T07:47", None),
    (
        "sv",
        "Publicerad 19 november 2019 kl 07.47 Uppdaterad 20 november 2019 kl 10.00",
        "2019-11-19T07:47",
        "2019-11-20T10:00",
    ),
    # Two lines.
    ("en", "Published: Nov. 19, 2019\nUpdated: Nov. 20, 2019", "2019-11-19", "2019-11-20"),
    # A label alone on the line above.
    ("en", "Published\nNovember 19, 2019", "2019-11-19", None),
    ("en", "Last updated\nNovember 19, 2019", "2019-11-19", "2019-11-19"),
    # A clock of the fetching program.
    ("zh", "抓取时间：2019-11-20 05:00\n发布时间：2019-11-19 07:47", "2019-11-19T07:47", None),
]
FRAMES = {
    "below the headline": "{title}\n\n{line}\n\n{lead}\n\n{rest}\n",
    "below the lead": "{title}\n\n{lead}\n\n{line}\n\n{rest}\n\n{rest} {lead}\n",
    "among byline and prompts": "{title}\n{lead}\nJane Doe\nShare\nTweet\n{line}\n{rest}\n",
}


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("language", "line", "published", "modified"), LINES)
def test_a_line_with_a_date_and_little_else_dates_the_article(
    frame: str, language: str, line: str, published: str, modified: str | None
) -> None:
    title, lead, rest = ARTICLES[language]
    text = FRAMES[frame].format(title=title, lead=lead, line=line, rest=rest)
    record = normalize.loads(text)
    assert (record.published, record.modified, record.title) == (published, modified, title)


TITLE, LEAD, REST = ARTICLES["en"]
HEAD = f"{TITLE}\n\n{LEAD}\n\n"


def roles(text: str) -> list[tuple[str, str]]:
    """Role and value of each date of a text."""
    return [(date.role, date.value) for date in normalize.loads(text).dates]


@pytest.mark.parametrize(
    "line",
    [
        "Event date: 5 May 2020",  # an unknown label with a colon
        "May 2020",  # no day
        "The inquiry into the flood was closed for good on 5 May 2020",
        "— Weather Desk (@weatherdesk) May 5, 2020",  # whom a quotation is of
        "Published on 5 May 2020, the report of the ministry says otherwise.",
    ],
)
def test_another_line_with_a_date_is_a_mention(line: str) -> None:
    text = f"{HEAD}{line}\n\n{REST}\n\n{REST} {LEAD}\n"
    assert {role for role, _ in roles(text)} == {"mention"}


def test_lines_that_disagree_are_a_list() -> None:
    listed = "Snow closes the pass\n5 May 2020\n\nIce on the lake\n1 May 2020\n\n"
    assert roles(f"{HEAD}{listed}{REST}\n") == [
        ("mention", "2020-05-05"),
        ("mention", "2020-05-01"),
    ]


def test_a_date_without_its_year_does_not_stand_against_one_with_it() -> None:
    text = f"{HEAD}5 May 2020\n\nConcert\n7 June, 20:00\n\n{REST}\n"
    assert roles(text) == [("published", "2020-05-05"), ("mention", "XXXX-06-07T20:00")]


def test_below_the_text_only_a_label_makes_a_stamp() -> None:
    article = f"{HEAD}{REST}\n\n{REST} {LEAD}\n\n{LEAD} {LEAD}\n\n"
    assert roles(f"{article}5 May 2020\n") == [("mention", "2020-05-05")]
    assert roles(f"{article}Published: 5 May 2020\n") == [("published", "2020-05-05")]
    assert roles(f"{article}Published: 5 May 2020\nPosted: 1 March 2019\n") == [
        ("mention", "2020-05-05"),
        ("mention", "2019-03-01"),
    ]


def test_below_the_text_a_label_counts_only_where_nothing_above_dates_the_article() -> None:
    below = f"{LEAD}\n\n{REST}\n\n{REST} {LEAD}\n\n{LEAD} {LEAD}\n\nPosted: 1 March 2019\n"
    assert roles(f"{TITLE}\n5 May 2020\n\n{below}") == [
        ("published", "2020-05-05"),
        ("mention", "2019-03-01"),
    ]


def test_far_below_menus_and_headings_a_line_is_no_stamp() -> None:
    menu = "\n".join(f"Section {i}" for i in range(40))
    assert roles(f"{TITLE}\n\n{menu}\n5 May 2020\n{LEAD}\n") == [("mention", "2020-05-05")]


def test_a_labelled_date_that_opens_the_lead_is_read_across_the_lost_line_end() -> None:
    text = f"{TITLE}\n\nUpdated: December 9, 2024{LEAD}\n\n{REST}\n"
    record = normalize.loads(text)
    assert (record.modified, record.published) == ("2024-12-09", "2024-12-09")
    assert roles(f"{TITLE}\n\nUpdated on December 9, 2024, {LEAD}\n\n{REST}\n") == [
        ("mention", "2024-12-09")
    ]


def test_a_stamp_of_change_is_of_the_publication_only_where_no_other_date_is() -> None:
    assert roles(f"{TITLE}\nUpdated: 5 May 2020\n\n{LEAD}\n") == [
        ("modified", "2020-05-05"),
        ("published", "2020-05-05"),
    ]
    for other in ("Posted: 4 May 2020", "4 May 2020", "Posted: 4 May"):
        text = f"{TITLE}\nUpdated: 5 May 2020\n{other}\n\n{LEAD}\n"
        assert normalize.loads(text).published != "2020-05-05"


def test_a_stamp_that_runs_into_the_text_is_read() -> None:
    text = "秋の橋が秋田県2023年10月24日19:2924日18時40分頃、橋の上で、人が集まって話をした。(通信)"
    assert normalize.loads(text).published == "2023-10-24T19:29"


def test_what_a_program_says_of_its_fetching_is_a_crawl_date() -> None:
    text = (
        "# 2022-11-10\n\n## [老桥重修](https://n.example/1)\n\n"
        "> 作者： 张三  拉取时间： 2022-11-10 05:50:36\n\n县政府决定重修老桥。\n"
    )
    assert ("crawl", "2022-11-10T05:50:36") in roles(text)
    assert normalize.loads(text).published is None


@pytest.mark.parametrize(
    ("stamp", "published", "modified"),
    [
        ('<time datetime="2024-04-09T13:00:00+07:00">9 April 2024</time>', "+07:00", None),
        (
            "<p>By Ada <TIME pubdate DateTime=2024-04-09T13:00:00Z>9 April 2024</TIME></p>",
            "Z",
            None,
        ),
        ('<time datetime="2024-04-09T13:00:00Z">09/04/2024</time>', "Z", None),
        ('<time datetime="2023-04-09T13:00:00Z">9 April 2024</time>', "2024-04-09", None),
        ('<time datetime="PT2H">9 April 2024</time>', "2024-04-09", None),
        ('<p title="2024-04-09T13:00:00Z">9 April 2024</p>', "2024-04-09", None),
        (
            '<p>Posted: <time datetime="2024-04-09T13:00:00Z">9 April 2024</time></p>'
            '<p>Updated: <time datetime="2024-04-10T08:00">10 April 2024</time></p>',
            "Z",
            "2024-04-10T08:00",
        ),
    ],
)
def test_markup_of_a_stamp_is_a_witness_of_its_day(
    stamp: str, published: str, modified: str | None
) -> None:
    document = normalize.parse(f"{stamp}<p>{LEAD}</p><p>{REST}</p>")
    record = document.record
    wanted = published if published[0] == "2" else f"2024-04-09T13:00:00{published}"
    assert (record.published, record.modified) == (wanted, modified)
    assert [document.text[a:b] for a, b in document.spans["published"]] != []
    assert {date.origin for date in record.dates} == {"html"}


def test_stamp_is_replaced_in_its_markup_as_well() -> None:
    stamp = '<time datetime="2024-04-09T13:00:00Z">9 April 2024</time>'
    document = normalize.parse(f"{stamp}<p>{LEAD}</p><p>{REST}</p>")
    after = document.replace(published="2024-04-10T08:00:00Z")
    assert after.text.startswith('<time datetime="2024-04-10T08:00:00Z">2024-04-10</time>')


def test_markup_of_a_date_in_the_text_is_none() -> None:
    said = LEAD.replace("Tuesday", '<time datetime="2024-04-09T13:00Z">9 April 2024</time>')
    assert "<time" in said
    record = normalize.loads(f"<p>{said}</p><p>{REST}</p>")
    assert [(d.role, d.value) for d in record.dates] == [("mention", "2024-04-09")]
