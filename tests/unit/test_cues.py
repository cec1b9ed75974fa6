"""The words of each language: the form of their files, and what is found with them."""

import time
import tomllib
import unicodedata
from pathlib import Path

import pytest

from normalize import cues, pictures

FOLDER = Path(cues.__file__).parent
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.toml"))
FORM = {
    "labels": {
        "published",
        "modified",
        "crawl",
        "byline",
        "editor",
        "source",
        "tags",
        "url",
        "title",
    },
    "outlets": {"agencies"},
    "pictures": {"credit", "caption", "agencies"},
    "headings": {"related", "comment", "share", "promotion", "navigation"},
    "prompts": {"more", "share", "promotion", "comment", "copyright", "about"},
    "ends": {"marks"},
}


def words(language: str) -> dict[str, dict[str, list[str]]]:
    with open(FOLDER / f"{language}.toml", "rb") as file:
        return tomllib.load(file)


def pairs(language: str, table: str) -> list[tuple[str, str]]:
    """Kind and word of each word of a table."""
    return [(kind, word) for kind, some in words(language)[table].items() for word in some]


def test_the_languages_that_are_promised_are_there() -> None:
    promised = """und en vi zh ja ko ru uk ar fa he hi th id ms tr el fr de es pt it nl pl cs ro hu
    sv fi da nb"""
    assert set(promised.split()) <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_has_the_documented_tables_and_keys(language: str) -> None:
    tables = words(language)
    assert set(tables) == set(FORM)
    for table, keys in tables.items():
        assert set(keys) <= FORM[table], table
        for key, some in keys.items():
            assert some, (table, key)
            assert all(isinstance(word, str) for word in some), (table, key)


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_clean_and_stand_once(language: str) -> None:
    for table, keys in words(language).items():
        for key, some in keys.items():
            folded = key != "agencies" and table != "ends"
            for word in some:
                assert word == word.strip() == unicodedata.normalize("NFC", word), word
                assert not set(word) & set('"\\\n'), word
            compared = [cues.fold(word) or word for word in some] if folded else some
            assert len(set(compared)) == len(some), (table, key)
            assert table != "headings" or all(map(cues.fold, some)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_expression_reads_a_file_as_toml_does(language: str) -> None:
    expected = {f"{t}.{k}": some for t, keys in words(language).items() for k, some in keys.items()}
    assert cues._file(language) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_heading_gives_its_role(language: str) -> None:
    loaded = cues.load(language)
    for kind, word in pairs(language, "headings"):
        for line in (word, word.upper(), f"- {word} (12)", unicodedata.normalize("NFD", word)):
            assert loaded.heading(line) == loaded.headings.get(cues.fold(line)), line
        assert loaded.heading(word) == kind, word


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_label_is_found_as_its_kind(language: str) -> None:
    labels = cues.load(language).labels
    for kind, word in pairs(language, "labels"):
        line = f"{word.removesuffix(':')}: 12"
        found = labels.match(line)
        assert found is not None, word
        assert (found.lastgroup, line[found.end() :]) == (kind, "12"), word
        found = labels.at(f"Rain {line}", 5)
        assert found is not None, word
        assert (found.lastgroup, found.start()) == (kind, 5), word


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_prompt_is_found_as_its_kind(language: str) -> None:
    prompts = cues.load(language).prompts
    for kind, word in pairs(language, "prompts"):
        found = prompts.match(word.replace("…", "Gazette") + " ")
        assert found is not None, word
        assert found.lastgroup == kind, word


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_agency_is_found_whole(language: str) -> None:
    agencies = cues.load(language).agencies
    for _, name in pairs(language, "outlets"):
        assert agencies.fullmatch(name), name
        found = agencies.search(f"— ({name}) —")
        assert found is not None, name
        assert found[0] == name


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_word_of_a_picture_is_found(language: str) -> None:
    loaded = cues.load(language)
    for kind, word in pairs(language, "pictures"):
        bare = word.removesuffix(":")
        if kind == "agencies":
            longest = f"{'A bridge ' * 40}({word}  )  .        "
            short = (f"A bridge. Ann Bo/{word}", f"A bridge ({word})", f"A bridge © {word}")
            for line in (*short, longest):
                found = loaded.picture_agency.search(line)
                assert found is not None, line
                assert found["agency"] == word, line
            continue
        if kind == "caption":
            assert loaded.picture_caption.match(f"{bare}: A bridge"), word
            continue
        for line in (f"A bridge ({bare}: Ann Bo)", f"A bridge. {bare}: Ann Bo", f"{bare}: Ann Bo"):
            found = loaded.picture_credit.search(line)
            assert found is not None, line
            assert found["credit"] == "Ann Bo", line
            assert line[: found.start()] in {"A bridge", "A bridge.", ""}, line


HEADINGS = {
    "en": [("Related articles", "related"), ("3 Comments", "comment"), ("SHARE THIS:", "share")],
    "vi": [("TIN LIÊN QUAN", "related"), ("Ý kiến bạn đọc (0)", "comment"), ("Chia sẻ", "share")],
    "zh": [("【相关阅读】", "related"), ("評論", "comment"), ("分享到：", "share")],
    "ja": [("■関連記事", "related"), ("コメント（3）", "comment"), ("シェアする", "share")],
    "ko": [("관련기사", "related"), ("댓글 12", "comment"), ("공유하기", "share")],
    "ru": [("Читайте также:", "related"), ("Комментарии (5)", "comment"), ("Ещё", "related")],
    "uk": [("Читайте також", "related"), ("Коментарі", "comment"), ("Поділитися", "share")],
    "ar": [("إقرأ أيضاً", "related"), ("التعليقات", "comment"), ("شارك المقال", "share")],
    "fa": [("اخبار مرتبط", "related"), ("نظرات کاربران", "comment"), ("خبرنامه", "promotion")],
    "he": [("כתבות נוספות", "related"), ("תגובות (4)", "comment"), ("דף הבית", "navigation")],
    "hi": [("संबंधित खबरें", "related"), ("टिप्पणियां", "comment"), ("शेयर करें", "share")],
    "th": [("ข่าวที่เกี่ยวข้อง", "related"), ("ความคิดเห็น", "comment"), ("แชร์", "share")],
    "id": [("BACA JUGA", "related"), ("Komentar", "comment"), ("Bagikan", "share")],
    "ms": [("Berita berkaitan", "related"), ("Komen", "comment"), ("Kongsi", "share")],
    "tr": [("İLGİLİ HABERLER", "related"), ("YORUMLAR", "comment"), ("Paylaş", "share")],
    "el": [("ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ", "related"), ("Σχόλια", "comment"), ("Αρχική", "navigation")],
    "fr": [("A lire aussi :", "related"), ("Vos réactions", "comment"), ("Partager", "share")],
    "de": [("Mehr zum Thema", "related"), ("7 Kommentare", "comment"), ("Anzeige", "promotion")],
    "es": [("Lo más leído", "related"), ("Deja un comentario", "comment"), ("Compartir", "share")],
    "pt": [("Leia também", "related"), ("Comentários", "comment"), ("Compartilhe", "share")],
    "it": [("Leggi anche", "related"), ("Lascia un commento", "comment"), ("Condividi", "share")],
    "nl": [("Lees ook", "related"), ("Reacties", "comment"), ("Deel dit artikel", "share")],
    "pl": [("Czytaj także", "related"), ("Komentarze", "comment"), ("Udostępnij", "share")],
    "cs": [("Související články", "related"), ("Diskuse", "comment"), ("Sdílet", "share")],
    "ro": [("Citește și", "related"), ("Comentarii", "comment"), ("Distribuie", "share")],
    "hu": [
        ("Kapcsolódó cikkek", "related"),
        ("Hozzászólások", "comment"),
        ("Főoldal", "navigation"),
    ],
    "sv": [("Läs också", "related"), ("Kommentarer", "comment"), ("Annons", "promotion")],
    "fi": [("Lue myös", "related"), ("Kommentit", "comment"), ("Etusivu", "navigation")],
    "da": [("Læs også", "related"), ("Debat", "comment"), ("Nyhedsbrev", "promotion")],
    "nb": [("Les også", "related"), ("Kommentarer", "comment"), ("Annonse", "promotion")],
}
LABELS = {
    "en": [
        ("Published: 3 May 2021", "published"),
        ("By Ann Bo", "byline"),
        ("Source: AP", "source"),
    ],
    "vi": [("Ngày đăng: 1/2/2020", "published"), ("Theo Báo X", "source"), ("Từ khóa: a", "tags")],
    "zh": [
        ("发布时间：2020-01-02", "published"),
        ("來源：甲", "source"),
        ("记者 甲乙", "byline"),
        ("责任编辑：甲", "editor"),
    ],
    "ja": [("配信日時：2020年", "published"), ("文／甲乙", "byline"), ("出典：甲", "source")],
    "ko": [
        ("입력 2020.01.02", "published"),
        ("수정 2020.01.02", "modified"),
        ("출처: 갑", "source"),
    ],
    "ru": [("Опубликовано: 1", "published"), ("Автор: А. Б.", "byline"), ("Теги: а", "tags")],
    "uk": [("Оновлено: 1", "modified"), ("Автор: А. Б.", "byline"), ("Джерело: А", "source")],
    "ar": [("تاريخ النشر: 1", "published"), ("بقلم: أ", "byline"), ("المصدر: أ", "source")],
    "fa": [("تاریخ انتشار: ۱", "published"), ("نویسنده: الف", "byline"), ("منبع: ایسنا", "source")],
    "he": [("פורסם: 1", "published"), ("מאת: א", "byline"), ("תגיות: א", "tags")],
    "hi": [("प्रकाशित: 1", "published"), ("लेखक: क", "byline"), ("स्रोत: क", "source")],
    "th": [("เผยแพร่: 1", "published"), ("โดย ก", "byline"), ("ที่มา : ก", "source")],
    "id": [("Dipublikasikan pada 1", "published"), ("Oleh A B", "byline"), ("Sumber: A", "source")],
    "ms": [("Diterbitkan: 1", "published"), ("Oleh A B", "byline"), ("Sumber: A", "source")],
    "tr": [("Giriş: 1", "published"), ("Güncelleme: 1", "modified"), ("Kaynak: A", "source")],
    "el": [("Δημοσίευση: 1", "published"), ("Πηγή: Α", "source"), ("ΕΤΙΚΕΤΕΣ: α", "tags")],
    "fr": [("Publié le 1", "published"), ("Mis à jour le 1", "modified"), ("Par A B", "byline")],
    "de": [("Stand: 1", "published"), ("Von A B", "byline"), ("Quelle: dpa", "source")],
    "es": [("Publicado el 1", "published"), ("Por A B", "byline"), ("Fuente: EFE", "source")],
    "pt": [("Publicado em 1", "published"), ("Por A B", "byline"), ("Fonte: Lusa", "source")],
    "it": [("Pubblicato il 1", "published"), ("Di A B", "byline"), ("Fonte: ANSA", "source")],
    "nl": [("Gepubliceerd op 1", "published"), ("Door A B", "byline"), ("Bron: ANP", "source")],
    "pl": [("Opublikowano: 1", "published"), ("Autor: A B", "byline"), ("Źródło: PAP", "source")],
    "cs": [("Publikováno: 1", "published"), ("Autor: A B", "byline"), ("Zdroj: ČTK", "source")],
    "ro": [("Publicat la 1", "published"), ("Autor: A B", "byline"), ("Sursa: A", "source")],
    "hu": [("Megjelent: 1", "published"), ("Szerző: A B", "byline"), ("Forrás: MTI", "source")],
    "sv": [("Publicerad 1", "published"), ("Av A B", "byline"), ("Källa: TT", "source")],
    "fi": [("Julkaistu 1", "published"), ("Kirjoittaja: A B", "byline"), ("Lähde: STT", "source")],
    "da": [("Publiceret 1", "published"), ("Af A B", "byline"), ("Kilde: Ritzau", "source")],
    "nb": [("Publisert 1", "published"), ("Av A B", "byline"), ("Kilde: NTB", "source")],
}


@pytest.mark.parametrize("language", sorted(HEADINGS))
def test_headings_as_pages_set_them(language: str) -> None:
    for line, role in HEADINGS[language]:
        assert cues.load(language).heading(line) == role, line


@pytest.mark.parametrize("language", sorted(LABELS))
def test_labels_as_pages_set_them(language: str) -> None:
    labels = cues.load(language).labels
    for line, kind in LABELS[language]:
        found = labels.match(line)
        assert found is not None, line
        assert found.lastgroup == kind, line
        assert not line[found.end() :].startswith((" ", ":", "：", "／")), line


WIDGETS = {
    "en": [("5 min read", "navigation"), ("Story continues below advertisement", "promotion")],
    "de": [("5 Min. Lesezeit", "navigation"), ("Artikel anhören", "share")],
    "fr": [("4 min de lecture", "navigation"), ("Article réservé aux abonnés", "promotion")],
    "es": [("3 minutos de lectura", "navigation"), ("Ver todos los comentarios", "comment")],
    "pt": [("Tempo de leitura", "navigation"), ("Tamanho da fonte", "share")],
    "it": [("Tempo di lettura", "navigation"), ("Continua dopo la pubblicità", "promotion")],
    "nl": [("Inhoudsopgave", "navigation"), ("Link kopiëren", "share")],
    "pl": [("Spis treści", "navigation"), ("Skopiuj link", "share")],
    "cs": [("Nastavení cookies", "navigation"), ("Článek pokračuje pod reklamou", "promotion")],
    "ro": [("Despre autor", "navigation"), ("Copiază linkul", "share")],
    "hu": [("Tartalomjegyzék", "navigation"), ("Betűméret növelése", "share")],
    "sv": [("Innehållsförteckning", "navigation"), ("Lyssna på artikeln", "share")],
    "da": [("Om forfatteren", "navigation"), ("Lyt til artiklen", "share")],
    "nb": [("Innholdsfortegnelse", "navigation"), ("Lukk annonse", "promotion")],
    "fi": [("Sisällysluettelo", "navigation"), ("Juttu jatkuu mainoksen alla", "promotion")],
    "ru": [("5 мин. чтения", "navigation"), ("Скопировать ссылку", "share")],
    "uk": [("Час читання", "navigation"), ("Копіювати посилання", "share")],
    "el": [("Χρόνος ανάγνωσης", "navigation"), ("Αντιγραφή συνδέσμου", "share")],
    "tr": [("İÇİNDEKİLER", "navigation"), ("Yazı boyutu", "share")],
    "ar": [("جدول المحتويات", "navigation"), ("نسخ الرابط", "share")],
    "fa": [("فهرست مطالب", "navigation"), ("کپی لینک", "share")],
    "he": [("תוכן עניינים", "navigation"), ("האזנה לכתבה", "share")],
    "hi": [("विषय सूची", "navigation"), ("लिंक कॉपी करें", "share")],
    "th": [("สารบัญ", "navigation"), ("คัดลอกลิงก์", "share")],
    "id": [("3 menit membaca", "navigation"), ("Ukuran huruf", "share")],
    "ms": [("Isi kandungan", "navigation"), ("Salin pautan", "share")],
    "vi": [("Mục lục", "navigation"), ("Sao chép liên kết", "share")],
    "zh": [("文章目录", "navigation"), ("複製連結", "share")],
    "ja": [("目次", "navigation"), ("記事を保存", "share")],
    "ko": [("목차", "navigation"), ("글자크기 설정", "share")],
}
PROMPTS = {
    "en": [
        ("To view the full story, sign in.", "promotion"),
        ("Tell us in the comments!", "comment"),
    ],
    "de": [("Bereits registriert? Hier anmelden", "promotion"), ("Diskutiert mit!", "comment")],
    "fr": [
        ("Il vous reste 80 % de cet article à lire.", "promotion"),
        ("Publicité : 5 s", "promotion"),
    ],
    "es": [("¿Ya tienes cuenta? Entra", "promotion"), ("Sé el primero en comentar", "comment")],
    "pt": [("Já tem conta? Entre", "promotion"), ("Seja o primeiro a comentar", "comment")],
    "it": [("Hai già un abbonamento? Entra", "promotion"), ("Dicci la tua", "comment")],
    "nl": [("Al abonnee? Log in", "promotion"), ("Geef je mening", "comment")],
    "pl": [("Masz już konto? Wejdź", "promotion"), ("Daj znać w komentarzu", "comment")],
    "cs": [("Doba čtení: 3 minuty", "promotion"), ("Napište nám do komentářů", "comment")],
    "ro": [("Ai deja cont? Intră", "promotion"), ("Spune-ne părerea ta", "comment")],
    "hu": [("Olvasási idő: 3 perc", "promotion"), ("Írd meg kommentben", "comment")],
    "sv": [("Vi använder cookies på sajten", "promotion"), ("Visa kommentarer (3)", "comment")],
    "da": [("Vi bruger cookies på siden", "promotion"), ("Se alle kommentarer", "comment")],
    "nb": [("Vi bruker informasjonskapsler her", "promotion"), ("Vis kommentarer", "comment")],
    "fi": [("Käytämme evästeitä", "promotion"), ("Liity keskusteluun", "comment")],
    "ru": [("Мы используем cookie на сайте", "promotion"), ("Пишите в комментариях", "comment")],
    "uk": [("Час читання: 3 хв", "promotion"), ("Пишіть у коментарях", "comment")],
    "el": [("Μόνο για συνδρομητές", "promotion"), ("Δείτε τα σχόλια", "comment")],
    "tr": [("Okuma süresi: 3 dk", "promotion"), ("Düşüncelerinizi paylaşın", "comment")],
    "ar": [("مدة القراءة: 3 دقائق", "promotion"), ("اكتب تعليقك هنا", "comment")],
    "vi": [("Thời gian đọc: 3 phút", "promotion"), ("Hãy để lại bình luận", "comment")],
    "id": [
        ("Kami menggunakan cookie", "promotion"),
        ("Jadilah yang pertama berkomentar", "comment"),
    ],
    "zh": [("扫码关注本报公众号", "promotion"), ("歡迎留言", "comment")],
    "ja": [("この記事は有料会員限定です", "promotion"), ("最初のコメント", "comment")],
    "ko": [("이미 회원이신가요? 로그인", "promotion"), ("댓글 더보기", "comment")],
}
SENTENCES = {
    "en": ["Sponsored by the city, the bridge opened.", "Not a member of the union, he left."],
    "de": ["Ihre Meinung änderte sie später.", "Jeden Morgen fuhr er über die Brücke."],
    "fr": ["Seuls les piétons passent.", "Disponible sur les quais, le plan est gratuit."],
    "es": ["Recibe cada año a miles de visitantes.", "Para recibir la ayuda, hay un plazo."],
    "pt": ["Para comentar a obra, chamou um perito.", "Imagens de câmeras mostram a ponte."],
    "it": ["Lascia una moglie e due figli.", "Commenta la decisione il sindaco."],
    "nl": ["Om te reageren op de storm kwam hij terug.", "Antwoord op die vraag kwam er niet."],
    "pl": ["Klikając w link, stracił oszczędności.", "Dla mieszkańców most jest otwarty."],
    "cs": ["Odpovědět na otázku nechtěl.", "Abyste mohli přejít, počkejte."],
    "ro": ["Sprijină proiectul și primarul.", "Comentează decizia fostul ministru."],
    "hu": ["Válasz a kérdésre nem érkezett.", "Támogassa a tervet, kérte a polgármester."],
    "sv": ["Bild från bron visar skadan.", "För att komma över måste man vänta."],
    "da": ["Få nyheder har vakt så stor glæde.", "Send os ingen flere planer, sagde hun."],
    "nb": ["Få varsler hadde kommet om flommen.", "Bilder av broen viser skaden."],
    "fi": ["Kerro meille totuus, hän sanoi.", "Voit perua matkan ilman kuluja."],
    "ru": ["Комментировать решение мэр отказался.", "Если вы хотите перейти мост, ждите."],
    "uk": ["Коментувати рішення мер відмовився.", "Ваша думка важлива, сказав він."],
    "el": ["Απάντηση σε όσα είπε έδωσε ο δήμαρχος.", "Κανένα σχόλιο δεν έκανε ο δήμαρχος."],
    "tr": ["Sizce köprü ne zaman açılır, diye sordu.", "Hiç yorum yapmadan salondan çıktı."],
    "ar": ["علق على القرار رئيس البلدية.", "انضم إلى المشروع مهندسون جدد."],
    "vi": ["Chia sẻ trên báo chí, ông nói cầu sẽ mở.", "Tham gia thảo luận, đại biểu nêu ý kiến."],
    "id": ["Gabung dengan klub itu, ia mencetak gol.", "Berikan pendapat, wali kota memuji."],
    "zh": ["在评论区有人说大桥很美。", "发表看法时他说大桥很美。"],
    "ja": ["通知を受け取った市は橋を閉じた。", "チャンネル登録者数は一万人を超えた。"],
    "ko": ["유튜브에서 다리 영상이 화제다.", "토론에 참여한 시장은 다리를 칭찬했다."],
}


@pytest.mark.parametrize("language", sorted(WIDGETS))
def test_labels_of_widgets_are_headings(language: str) -> None:
    headings = cues.load(language).headings
    for line, role in WIDGETS[language]:
        assert headings.get(cues.fold(line)) == role, line


@pytest.mark.parametrize("language", sorted(PROMPTS))
def test_prompts_as_pages_set_them(language: str) -> None:
    prompts = cues.load(language).prompts
    for line, kind in PROMPTS[language]:
        found = prompts.match(line)
        assert found is not None, line
        assert found.lastgroup == kind, line


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_sentences_are_no_prompts_and_credit_no_picture(language: str) -> None:
    loaded = cues.load(language)
    for line in SENTENCES[language]:
        assert loaded.prompts.match(line) is None, line
        assert loaded.picture_credit.search(line) is None, line
        assert cues.fold(line) not in loaded.headings, line


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_of_sections_are_left_to_articles(language: str) -> None:
    own = {cues.fold(word) for _, word in pairs(language, "headings")}
    added = {"Summary", "Background", "Conclusion", "Introduction", "FAQ", "Events", "Shares"}
    assert not own & {cues.fold(word) for word in added}


@pytest.mark.parametrize(
    ("language", "line", "name", "caption"),
    [
        ("en", "The bridge at dawn. Jane Roe/Getty Images", "Jane Roe/Getty Images", 19),
        ("en", "Jane Roe/Getty Images", "Jane Roe/Getty Images", 0),
        ("en", "A bridge in London (REUTERS/Jane Roe)", "REUTERS/Jane Roe", 18),
        ("en", "A bridge at dawn. (AP Photo/Jane Roe)", "AP Photo/Jane Roe", 17),
        ("en", "Dawn © J. Roe / Alamy Stock Photo", "J. Roe / Alamy Stock Photo", 4),
        ("en", "Image source, Getty Images", "Getty Images", 0),
        ("en", "A long bridge over a wide river | Shutterstock", "Shutterstock", 31),
        ("de", "Die Brücke (imago images/Max Muster)", "imago images/Max Muster", 10),
        ("fr", "Le pont. © Jeanne Roux/MAXPPP", "Jeanne Roux/MAXPPP", 8),
        ("ru", "Мост в Москве © Global Look Press", "Global Look Press", 13),
        ("ko", "다리 개통 /게티이미지뱅크", "게티이미지뱅크", 5),
        ("ja", "開通した橋（AP/アフロ）", "AP/アフロ", 5),
        ("zh", "大桥通车。视觉中国", "视觉中国", 5),
    ],
)
def test_a_picture_agency_ends_a_caption(language: str, line: str, name: str, caption: int) -> None:
    found = pictures.credit(line, cues.load(language))
    assert found is not None
    assert found.name == name
    assert line[: found.start].rstrip() == line[:caption]


@pytest.mark.parametrize(
    "line",
    [
        "He said so. (Reuters/AFP)",
        "He said so. (dpa/lno)",
        "He said so. (AFP)",
        "The firm was sued by Getty Images",
        "The firm bought Shutterstock.",
        "They used Flickr, Pexels and Unsplash",
        "Three firms – Alamy, Corbis, Getty Images – agreed",
        "The rate (EUR/US dollar) fell",
        "Get it at https://a.test/Photo/rain.jpg",
    ],
)
def test_what_names_an_agency_is_not_yet_a_caption(line: str) -> None:
    assert pictures.credit(line, cues.load("en")) is None


@pytest.mark.parametrize(
    ("line", "folded"),
    [
        ("Tin liên quan:", "tin liên quan"),
        ("  TIN\u00a0LIÊN   QUAN (12)", "tin liên quan"),
        (unicodedata.normalize("NFD", "Ý kiến bạn đọc"), "ý kiến bạn đọc"),
        ("12 Comments", "comments"),
        ("Комментарии 3", "комментарии"),
        ("ЕЩЁ", "еще"),
        ("اقرأ أيضًا:", "اقرا ايضا"),
        ("Giriş: 05.03.2026 - 14:54", "giriş: 05.03.2026 - 14:54"),
        ("24/7 coverage", "24/7 coverage"),
        ("2024", ""),
        ("", ""),
    ],
)
def test_a_line_is_folded(line: str, folded: str) -> None:
    assert cues.fold(line) == folded


@pytest.mark.parametrize(
    "language", [None, "", "und", "xx", "tlh", "../en", "EN.toml", "é", "a" * 5000]
)
def test_a_language_without_a_file_has_the_words_of_none_and_of_english(
    language: str | None,
) -> None:
    loaded = cues.load(language)
    assert loaded.language == "und"
    assert loaded.headings["related articles"] == "related"
    assert "###" in loaded.end_marks


@pytest.mark.parametrize(
    ("tag", "language"),
    [("zh-Hant", "zh"), ("zh-Hans-CN", "zh"), ("pt-BR", "pt"), ("EN", "en"), ("no", "nb")],
)
def test_a_tag_gives_the_words_of_its_language(tag: str, language: str) -> None:
    assert cues.load(tag) is cues.load(language)
    assert cues.load(tag).language == language


def test_english_is_read_beside_the_language_which_goes_first() -> None:
    loaded = cues.load("vi")
    assert loaded.headings["leave a comment"] == "comment"
    assert loaded.headings["xem thêm"] == "related"
    assert (loaded.related_heading, loaded.source_label, loaded.byline_label) == (
        "Tin liên quan",
        "Nguồn",
        "Tác giả",
    )


def test_what_is_written_is_a_label_without_its_colon() -> None:
    assert cues.load("zh").source_label == "来源"
    assert cues.load("qqq").related_heading == "Related articles"


def test_end_marks_come_longest_first() -> None:
    lengths = [len(mark) for mark in cues.load("vi").end_marks]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("language", "line", "kind"),
    [
        ("vi", ">> Xem thêm: Hà Nội có tuyến phố mới", "more"),
        ("vi", "Theo dõi Báo Sông Hồng trên Zalo", "promotion"),
        ("vi", "Theo dõi sát diễn biến, tỉnh đã lập đoàn công tác.", None),
        ("en", "Read more: A bridge opens", "more"),
        ("en", "Readmore", None),
        ("en", "Share prices rose on Monday.", None),
        ("en", "Share: a b c", "share"),
        ("en", "Watch out for ice.", None),
        ("fr", "→ A LIRE AUSSI : Le pont ouvre", "more"),
        ("zh", "【相关阅读】大桥通车", "more"),
        ("ru", "ПОДПИСЫВАЙТЕСЬ НА наш канал", "promotion"),
        ("ar", "اقرأ أيضاً: افتتاح الجسر", "more"),
        ("en", "© 2024 The Harbour Gazette. All rights reserved.", "copyright"),
    ],
)
def test_prompts_are_whole_words_at_the_beginning(
    language: str, line: str, kind: str | None
) -> None:
    found = cues.load(language).prompts.match(line)
    assert (found.lastgroup if found else None) == kind


@pytest.mark.parametrize(
    ("language", "line", "caption", "credit"),
    [
        ("vi", "Cầu mới ngày 7/4 (Ảnh: Hải Nam).", "Cầu mới ngày 7/4", "Hải Nam"),
        ("vi", "Cầu mới nhìn từ bờ - Ảnh: AFP", "Cầu mới nhìn từ bờ", "AFP"),
        ("vi", "Cầu mới (Ảnh minh họa)", None, None),
        ("en", "The bridge. Photo by Jane Roe", "The bridge.", "Jane Roe"),
        ("en", "The bridge in 2025.File Photo |AFP", "The bridge in 2025.", "AFP"),
        ("en", "A photo: he kept it for years, she said.", None, None),
        ("zh", "大桥通车。（图／新华社）", "大桥通车。", "新华社"),
        ("zh", "▲大桥通车。（圖／翻攝自網路）", "▲大桥通车。", "翻攝自網路"),
        ("ko", "▲ 다리 개통. ⓒ 연합뉴스", "▲ 다리 개통.", "연합뉴스"),
        ("ko", "다리 개통 [사진=뉴스1]", "다리 개통", "뉴스1"),
        ("ru", "Мост открыт / Фото: ТАСС", "Мост открыт", "ТАСС"),
        ("ja", "開通した橋（写真：ロイター）", "開通した橋", "ロイター"),
        (
            "de",
            "Die Brücke am Morgen. Foto: dpa/Max Muster",
            "Die Brücke am Morgen.",
            "dpa/Max Muster",
        ),
    ],
)
def test_a_caption_ends_where_its_credit_begins(
    language: str, line: str, caption: str | None, credit: str | None
) -> None:
    found = cues.load(language).picture_credit.search(line)
    assert (found["credit"] if found else None) == credit
    assert (line[: found.start()] if found else None) == caption


def test_agencies_stand_in_their_own_case_and_not_within_words() -> None:
    agencies = cues.load("vi").agencies
    line = "TTXVN/Reuters, VOV.VN; VOVX, AFPA và reuters"
    assert [found[0] for found in agencies.finditer(line)] == ["TTXVN", "Reuters", "VOV.VN"]
    assert cues.load("zh").agencies.search("据新华社北京电")
    assert not cues.load("ja").agencies.search("両国は共同で声明を出した")
    assert cues.load("ja").agencies.search("（AP＝共同）")
    assert not agencies.fullmatch("VOV.VN - ")


@pytest.mark.parametrize("piece", [" ", "(", "“>", "Photo: ", ". Ảnh: (", "Theo dõi ", "©", "新"])
def test_a_megabyte_of_one_piece_ends_soon(piece: str) -> None:
    loaded = cues.load("vi")
    text = piece * (1_000_000 // len(piece))
    start = time.process_time()
    for expression in (loaded.labels, loaded.prompts, loaded.picture_caption):
        expression.match(text)
    loaded.agencies.search(text)
    loaded.picture_credit.search(text)
    pictures.credit(text, loaded)
    cues.fold(text)
    assert time.process_time() - start < 10
