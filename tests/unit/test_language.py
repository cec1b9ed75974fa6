"""The language of a body: by script, letters and words, and by the model only as a last resort."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from normalize import language

SENTENCES = {
    "af": "Die minister het gesê dat hulle nie meer na die vergadering sal kom nie, maar dat "
    "almal oor die besluit ingelig is en daar nog tyd oor is.",
    "am": "ሚኒስትሩ ስብሰባው ነገ እንደሚቀጥል ተናግረዋል",
    "ar": "قال الوزير إن الاجتماع الذي كان مقررا يوم الاثنين قد تأجل إلى الأسبوع المقبل",
    "az": "Nazir bildirib ki, iclas gələn həftə üçün təyin olunub və daha çox ölkə bu görüşdə "
    "olacaq",
    "bg": "Министърът каза, че срещата ще се проведе след седмица, тъй като страните не са готови",
    "bn": "মন্ত্রী বলেছেন যে বৈঠকটি আগামী সপ্তাহে অনুষ্ঠিত হবে",
    "bs": "Ministar je rekao da će se sastanak održati tokom sljedeće sedmice, gdje će također "
    "biti riječi o tome ko je bio prisutan i šta je dogovoreno prije toga.",
    "ca": "El ministre va dir que la reunió amb els representants és dilluns, però també hi ha "
    "una altra data possible per als països que no han pogut venir aquest mes.",
    "ckb": "وەزیر گوتی کۆبوونەوەکە لە هەفتەی داهاتوو دەبێت و ئەم وڵاتانە بۆ دیدارەکە دێن",
    "cs": "Ministr řekl, že jednání se bude konat příští týden, protože některé země ještě nejsou "
    "připravené a podle jeho slov je to také jen otázka času.",
    "da": "Ministeren siger, at mødet bliver holdt i næste uge, efter at flere af landene havde "
    "bedt om mere tid, men det er ikke noget nyt.",
    "de": "Der Minister sagte, dass die Sitzung am Montag nicht stattfinden wird, weil einige "
    "Länder noch nicht bereit sind.",
    "el": "Ο υπουργός δήλωσε ότι η συνάντηση θα γίνει την επόμενη εβδομάδα",
    "en": "The minister said that the meeting would not be held on Monday because some of the "
    "countries were not ready.",
    "es": "El ministro dijo que la reunión no se celebrará el lunes porque algunos de los países "
    "no están listos y hay más dudas.",
    "et": "Minister ütles, et kohtumine ei toimu esmaspäeval, sest kõik riigid ei ole selle jaoks "
    "veel valmis, aga see on ka oma viga.",
    "eu": "Ministroak esan zuen bilera ez dela astelehenean egin behar, herri batzuk ere prest ez "
    "dira eta beste baten zain daude baina hau da.",
    "fa": "وزیر گفت که این نشست در هفته آینده برگزار می شود و برخی از کشورها برای آن آماده است",
    "fi": "Ministeri sanoi, että kokousta ei pidetä maanantaina, koska kaikki maat eivät ole "
    "vielä valmiita, mutta se voi olla myös hyvä asia.",
    "fr": "Le ministre a déclaré que la réunion n'aura pas lieu lundi parce que certains des pays "
    "ne sont pas prêts.",
    "ga": "Dúirt an tAire go mbeidh an cruinniú ar siúl an tseachtain seo chugainn agus níl na "
    "tíortha ar fad réidh don ócáid, ach bhí sé sásta leis sin",
    "gl": "O ministro dixo que a reunión non será o luns porque algúns dos países non están "
    "listos e hai unha dúbida máis, pero tamén unha data polo de agora na que xa se pode falar.",
    "gu": "મંત્રીએ કહ્યું કે બેઠક આવતા અઠવાડિયે યોજાશે",
    "he": "השר אמר כי הפגישה תתקיים בשבוע הבא",
    "hi": "मंत्री ने कहा कि बैठक अगले सप्ताह होगी और इस पर सभी देशों की राय ली जाएगी",
    "hr": "Ministar je rekao da će se sastanak održati tijekom idućeg tjedna, gdje će također "
    "biti riječi o tome tko je bio nazočan i što je dogovoreno prije toga.",
    "hu": "A miniszter azt mondta, hogy az ülés nem lesz hétfőn, mert az országok egy része még "
    "nem készült fel, és ez már nem is kérdés.",
    "hy": "Նախարարն ասաց, որ հանդիպումը տեղի կունենա հաջորդ շաբաթ",
    "id": "Menteri mengatakan bahwa pertemuan itu tidak akan digelar pada hari Senin karena "
    "beberapa negara belum bisa hadir.",
    "is": "Ráðherrann sagði að fundurinn yrði ekki haldinn á mánudaginn því að það eru ekki öll "
    "ríkin tilbúin og þetta hefur verið erfitt fyrir þá.",
    "it": "Il ministro ha detto che la riunione non si terrà lunedì perché alcuni dei paesi non "
    "sono ancora pronti.",
    "ja": "大臣は会議が来週開かれると述べた",
    "ka": "მინისტრმა თქვა, რომ შეხვედრა მომავალ კვირას გაიმართება",
    "kk": "Министр кездесу келесі аптада өтеді деп мәлімдеді және бұл үшін барлық елдер дайын емес",
    "km": "រដ្ឋមន្ត្រីបាននិយាយថាកិច្ចប្រជុំនឹងធ្វើឡើងនៅសប្តាហ៍ក្រោយ",
    "kn": "ಸಚಿವರು ಸಭೆ ಮುಂದಿನ ವಾರ ನಡೆಯಲಿದೆ ಎಂದು ಹೇಳಿದರು",
    "ko": "장관은 회의가 다음 주에 열린다고 말했다",
    "lo": "ລັດຖະມົນຕີກ່າວວ່າກອງປະຊຸມຈະຈັດຂຶ້ນໃນອາທິດໜ້າ",
    "lt": "Ministras sakė, kad susitikimas nevyks pirmadienį, nes kai kurios šalys dar nėra "
    "pasirengusios ir apie tai jau buvo kalbėta iki šiol.",
    "lv": "Ministrs sacīja, ka tikšanās nenotiks pirmdien, jo dažas valstis vēl nav gatavas un "
    "par to jau bija runāts, bet viņš ir mierīgs.",
    "mk": "Министерот рече дека состанокот ќе се одржи следната недела, бидејќи некои од земјите "
    "не се подготвени за оваа средба.",
    "ml": "യോഗം അടുത്ത ആഴ്ച നടക്കുമെന്ന് മന്ത്രി പറഞ്ഞു",
    "mn": "Сайд хэлэхдээ уулзалт дараа долоо хоногт болох юм байна гэж мэдэгдсэн бөгөөд энэ тухай "
    "бусад орон болон монгол улс мэдээлсэн",
    "mr": "मंत्र्यांनी सांगितले की बैठक पुढील आठवड्यात होणार आहे आणि या देशांचे प्रतिनिधी ते पाहतील",
    "ms": "Menteri berkata bahawa mesyuarat itu tidak akan diadakan pada hari Isnin kerana "
    "pelbagai negara masih belum boleh hadir dan beliau mahu menunggu.",
    "my": "ဝန်ကြီးက အစည်းအဝေးကို လာမည့်အပတ်တွင် ကျင်းပမည်ဟု ပြောသည်",
    "nb": "Statsråden sier at møtet blir holdt i neste uke etter at flere av landene hadde bedt "
    "om mer tid, men det er ikke noe nytt.",
    "ne": "मन्त्रीले बैठक अर्को हप्ता हुने बताए र यो बैठकको बारेमा पनि छलफल भएको छ",
    "nl": "De minister zei dat de vergadering niet op maandag wordt gehouden omdat een aantal van "
    "de landen nog niet klaar is.",
    "nn": "Statsråden seier at møtet ikkje vert halde no, fordi fleire av landa frå før berre "
    "hadde bede om meir tid, og det er eit mykje større spørsmål kven som kan.",
    "pa": "ਮੰਤਰੀ ਨੇ ਕਿਹਾ ਕਿ ਮੀਟਿੰਗ ਅਗਲੇ ਹਫ਼ਤੇ ਹੋਵੇਗੀ",
    "pl": "Minister powiedział, że spotkanie nie odbędzie się w poniedziałek, ponieważ niektóre "
    "kraje nie są jeszcze gotowe.",
    "ps": "وزیر وویل چې غونډه به په راتلونکې اونۍ کې وي او د دې لپاره ټول هېوادونه چمتو دي",
    "pt": "O ministro disse que a reunião não será na segunda-feira porque alguns dos países "
    "ainda não estão prontos.",
    "ro": "Ministrul a spus că întâlnirea nu va avea loc luni, pentru că unele dintre țări nu "
    "sunt încă pregătite.",
    "ru": "Министр сказал, что встреча не состоится в понедельник, потому что некоторые страны "
    "ещё не готовы.",
    "si": "රැස්වීම ලබන සතියේ පැවැත්වෙන බව අමාත්‍යවරයා පැවසීය",
    "sk": "Minister povedal, že rokovanie sa bude konať budúci týždeň, pretože niektoré krajiny "
    "ešte nie sú pripravené a podľa jeho slov je to tiež len otázka času.",
    "sl": "Minister je povedal, da se srečanje ne bo zgodilo v ponedeljek, ker nekatere države še "
    "niso pripravljene, lahko pa bi se tudi zaradi tega še kako zgodilo.",
    "sq": "Ministri tha se takimi nuk do të mbahet të hënën, sepse disa nga vendet nuk janë ende "
    "gati dhe kjo është një çështje për të ardhmen.",
    "sr": "Министар је рекао да ће се састанак одржати следеће недеље, пре него што се земље сложе",
    "sr-Latn": "Ministar je rekao da će se sastanak održati tokom sledeće nedelje, gde će takođe "
    "biti reči o tome ko je bio prisutan i šta je dogovoreno pre i posle toga.",
    "sv": "Ministern säger att mötet inte hålls på måndag, eftersom några av länderna ännu inte "
    "var klara med vad de skulle säga.",
    "sw": "Waziri alisema kuwa mkutano huo utafanyika katika wiki ijayo kwa ajili ya nchi hizo na "
    "kama watu wake hawatakuwa tayari, baada ya hiyo bila shaka",
    "ta": "கூட்டம் அடுத்த வாரம் நடைபெறும் என்று அமைச்சர் கூறினார்",
    "te": "సమావేశం వచ్చే వారం జరుగుతుందని మంత్రి చెప్పారు",
    "tg": "Вазир гуфт, ки ҷаласа дар ҳафтаи оянда бояд баргузор шуд ва ин барои ҳама аз муҳим аст",
    "th": "รัฐมนตรีกล่าวว่าการประชุมจะจัดขึ้นในสัปดาห์หน้า",
    "tl": "Sinabi ng ministro na hindi gaganapin ang pulong sa Lunes dahil ang mga bansa ay hindi "
    "pa handa para dito, ayon kay Reyes",
    "tr": "Bakan, toplantının pazartesi günü yapılmayacağını, çünkü bazı ülkelerin daha hazır "
    "olmadığını ve bunun için çok zaman gerektiğini söyledi.",
    "uk": "Міністр сказав, що зустріч не відбудеться в понеділок, бо деякі країни ще не готові.",
    "ur": "وزیر نے کہا کہ اجلاس اگلے ہفتے ہو گا اور اس میں تمام ممالک کے نمائندے بھی شریک ہیں",
    "vi": "Bộ trưởng cho biết cuộc họp sẽ không diễn ra vào thứ Hai vì một số nước chưa sẵn sàng",
    "yi": "דער מיניסטער האָט געזאָגט אַז די זיצונג וועט זײַן נעקסטע וואָך",
    "zh-Hans": "部长说会议将于下周举行，因为一些国家还没有准备好",
    "zh-Hant": "部長說會議將於下週舉行，因為一些國家還沒有準備好",
}


@pytest.fixture
def without_model(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(probe: str, tally: dict[str, int], among: frozenset[str] | None) -> str | None:
        raise AssertionError(f"the model was asked about {probe!r}: {tally}")

    monkeypatch.setattr(language, "_by_model", refuse)


@pytest.mark.usefixtures("without_model")
@pytest.mark.parametrize("expected", SENTENCES)
def test_a_sentence_tells_its_language_without_the_model(expected: str) -> None:
    assert language.detect(SENTENCES[expected]) == expected


@pytest.mark.usefixtures("without_model")
@pytest.mark.parametrize("expected", ["vi", "fr", "ru", "el", "ko", "ja", "cs"])
def test_letters_and_their_marks_may_stand_apart(expected: str) -> None:
    apart = unicodedata.normalize("NFD", SENTENCES[expected])
    assert language.detect(apart) == expected


@pytest.mark.usefixtures("without_model")
@pytest.mark.parametrize("expected", ["en", "de", "ru", "tr", "vi", "pl"])
def test_capitals_do_not_matter(expected: str) -> None:
    assert language.detect(SENTENCES[expected].upper()) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Hà Nội mưa lớn", "vi"),
        ("東京株式、続伸 円高一服", "ja"),
        ("北京大雪", "zh"),
        ("臺灣總統大選結果", "zh-Hant"),
        ("习近平会见法国总统", "zh-Hans"),
        ("서울 큰비", "ko"),
        ("Путин прилетел в Пекин", "ru"),
        ("Macron reçoit les syndicats à l'Élysée", "fr"),
        ("Bundestag beschließt neues Gesetz", "de"),
    ],
)
def test_a_title_is_enough(title: str, expected: str) -> None:
    assert language.detect(title) == expected


@pytest.mark.parametrize(
    "text", ["", " \n", "2025-11-02 20:43", "😀😀 🎉", "\udc80\udcff", "7301464992694488371.mp4"]
)
def test_a_text_without_words_has_no_language(text: str) -> None:
    assert language.detect(text) is None


@pytest.mark.usefixtures("without_model")
def test_addresses_and_code_do_not_hide_the_language() -> None:
    links = " ".join(f"https://example.org/pub/archive-{n}.tar.gz" for n in range(20))
    assert language.detect(f"Ruby 2.7.8 已经发布，这个版本修复了几个问题。{links}") == "zh-Hans"
    assert language.detect(f"Вышла новая версия, которая исправляет ошибки. {links}") == "ru"


@pytest.mark.usefixtures("without_model")
def test_a_name_in_another_script_does_not_change_the_language() -> None:
    assert language.detect(f"{SENTENCES['en']} (中国, Москва, Nguyễn Phú Trọng)") == "en"


@pytest.mark.usefixtures("without_model")
def test_english_terms_do_not_make_a_text_english() -> None:
    terms = "block_given? (and the actual block) persist between calls to a proc of the method"
    assert language.detect(f"{SENTENCES['ru']} {terms}") == "ru"
    assert language.detect(f"{SENTENCES['hi']} {terms}") == "hi"
    assert language.detect(f"{SENTENCES['fa']} {terms}") == "fa"


@pytest.mark.usefixtures("without_model")
def test_a_long_text_is_read_at_its_start_and_its_middle() -> None:
    assert language.detect(SENTENCES["sv"] + SENTENCES["fi"] * 400) == "fi"
    assert language.detect(SENTENCES["ja"] * 10_000) == "ja"


@given(st.text())
@example("\u0525\u0526")
@example("\u13f6\u2d70\u1cd0")
def test_any_text_has_a_language_or_none(text: str) -> None:
    found = language.detect(text)
    assert found is None or 2 <= len(found) <= 8
    assert language.detect(text) == found
