"""What tells languages that share a script apart: their commonest words, and letters of their own.

The words are of the closed classes (articles, pronouns, prepositions, conjunctions, auxiliaries),
which head every frequency list of running text and which no subject changes; they are taken from
the chapters on those classes in the languages' reference grammars. Letters are those of the
alphabets as CLDR's exemplar sets have them. Codes are BCP 47.
"""

WORDS = {
    # Latin
    "en": "the of and to in is that it was for on are as with his they at be this have from or "
    "had by but not what were we when your can said there an which she how their if will about "
    "out then them these some her would into has more could than been who its did after he you "
    "also over i my me our us him so do does all any no only just because while where before "
    "between during through against may might should must such other both each most many much "
    "very still even under since until",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als "
    "auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über "
    "einen zum war haben nur oder aber vor zur bis durch wurde sei hatte kann gegen vom wenn "
    "ihre wir ich eines so mehr man sein seine ihr ihm uns unter zwischen während ohne wurden "
    "waren worden diese dieser dieses jedoch schon sehr weil dann doch alle immer wieder können "
    "soll sollen muss beim habe damit seit",
    "fr": "le la les de des du et en un une que qui est dans pour par sur au aux avec ce cette "
    "il elle ne pas plus se sont son sa ses mais ou où été être ont comme leur nous vous ils à "
    "aussi entre après sans selon lors dont cet ces depuis qu d l c n j s y je on avait était "
    "sous leurs si bien très même fait peut encore alors tout tous toute toutes contre avant "
    "deux notre votre chez ainsi afin car",
    "es": "el la los las de del y en que un una por con para es se su al lo como más pero sus "
    "ya o este esta porque entre cuando muy sin sobre también hasta hay donde desde durante ni "
    "contra fue han ha ser son está según tras estos estas ese esa esto eso nos les le si sí "
    "ante había era eran fueron sido tiene tienen puede otro otra otros todo todos cada dos así "
    "aunque mientras después antes ahora nuestro nuestra",
    "pt": "o a os as de do da dos das e em no na nos nas um uma que não para por com se é ao à "
    "mais como mas foi ele ela seu sua pelo pela são também já está quando muito ou ser depois "
    "sem até isso foram há aos às num numa após segundo seus suas eles elas este esta esse essa "
    "isto era eram têm tem ter pode sobre entre desde contra cada outro outra outros todos "
    "ainda então onde porque porém mesmo só",
    "gl": "o a os as de do da dos das e en no na nos nas un unha que non para por con se é ao á "
    "máis como pero foi seu súa pola polo tamén xa está cando moi ou ser despois sen ata foron "
    "hai coa co dun dunha",
    "ca": "el la els les de del dels i a en que un una per amb no és se al als més com però o "
    "aquest aquesta han va ha són seva seu també ja quan molt ser després sense entre fins hi "
    "on des sobre pel pels què d l s n",
    "it": "il lo la i gli le di del della dei delle degli e in nel nella un una che per con non "
    "è si al alla da dal dalla sono più come ma anche ha suo sua ad essere stato questo questa "
    "hanno tra fra ai sul sulla nei dopo o cui già dell nell all l d alle agli dalle dagli "
    "nelle negli sulle sui ed se ci ne lui lei loro noi voi era erano stata stati state può "
    "ancora sempre quando dove mentre perché però così tutti tutto senza contro prima sotto due",
    "ro": "și şi în de la cu pe nu o un care din a că este sunt mai pentru al ale lui fost au "
    "ce se sau dar după prin fi am ar fără despre acest această până când către între iar cel "
    "cea cei cele dintre acestea acesta aceasta nici doar foarte ei el ea lor să va vor era "
    "erau fiind decât unde cum dacă ca",
    "nl": "de het een van en in is dat op te zijn met voor niet die aan er om ook als dan maar "
    "bij uit nog naar heeft worden door over ze hij was wordt hebben werd meer tot wel geen "
    "zich kan deze dit wat we wij je ik haar hun hem onze onder tegen tussen zonder zou zal "
    "moet kunnen omdat waar toen al veel zo mijn dus waren had",
    "af": "die en van in is dat het nie n vir op met te hy om sy aan deur was ook by uit wat as "
    "word hulle ons kan sal moet meer tot oor maar nog",
    "pl": "w i na z do się nie że jest to o jak po za od przez co ale są dla oraz czy który "
    "która które tym ze być został było będzie już tylko jego może ma pod przed nad ich także "
    "przy tego a tak lub jako gdy więc tej był była byli jej nas nam mnie których ten ta te "
    "jednak jeszcze również bardzo gdzie kiedy można między we",
    "cs": "a v na se že je s z do o i k pro za jako by ale po jsou si od není jeho byl nebo "
    "podle které který která však také při až už jen tak co více před mezi jak bylo byla ve "
    "budou ze byly jsem jsme ten ta to tento tato této jejich její ještě když kde aby mu ho "
    "bude může být pouze velmi nad pod bez",
    "sk": "a v na sa že je s z do o i k pre za ako by ale po sú si od nie jeho bol alebo podľa "
    "ktoré ktorý ktorá však tiež pri až už len tak čo viac pred medzi bolo bola vo budú zo aj "
    "boli som sme ten tá to tento táto tejto ich jej ešte keď kde aby mu ho bude môže byť veľmi "
    "nad pod bez",
    "sl": "in v je na da se za so ki z bi po pa tudi s o ne pri od kot ali do še bo iz bil bila "
    "lahko ter zaradi med kako več že",
    "hr": "i u je na se da za su od s a o koji kao iz to ne što po bi će ali nakon tijekom te "
    "samo više bio kako koja koje sve prema nije između također gdje tko uz bila prije zbog",
    "bs": "i u je na se da za su od s a o koji kao iz to ne što po bi će ali nakon tokom te "
    "samo više bio kako koja koje sve prema nije između također gdje ko šta uz bila prije zbog",
    "sr-Latn": "i u je na se da za su od sa a o koji kao iz to ne što šta po bi će ali nakon "
    "tokom samo više bio kako koja koje sve prema nije između takođe gde ko uz bila pre posle "
    "zbog",
    "hu": "a az és hogy nem is egy ez azt meg csak de ha már volt mint el lehet kell még van ki "
    "fel amely után szerint vagy között pedig ezt aki így majd olyan minden több lesz voltak "
    "sem be le én te ők mi ti akik amit ami ahol ahogy mert hiszen azonban ennek annak alatt "
    "ellen nagyon most itt ott",
    "fi": "ja on ei että se oli hän mutta ovat kun myös mukaan sen joka ole kuin tai jo niin "
    "hänen jos sitä nyt vain mitä noin vielä jälkeen kanssa sekä olisi ollut eivät en me te he "
    "minä sinä tämä tämän tätä nämä ne niiden jotka jossa jonka voi olla pitää ennen sitten "
    "koska vaan kaikki hyvin sillä eli siis",
    "et": "ja on ei et see oli ka kui ning aga või oma mis ta nii kes selle siis veel pärast "
    "eest poolt olla kuid seda juba üle välja",
    "lv": "un ir no ar uz par ka kas arī lai bet tas pēc kā ne vai gan jau tā šo tika pie būs "
    "līdz bija viņš vairāk",
    "lt": "ir į kad su iš yra bet kaip tai o už po ar jau buvo dėl nuo iki apie taip jo jie per "
    "dar bus tik nes ne kuris savo",
    "da": "og i at det er en til på for af der de med den som ikke et har fra var sig om han vi "
    "kan eller men skal også efter ved blev nu mere havde hun over blevet meget hvor noget kun "
    "siger jeg du sin sit sine dem dette denne disse alle nogle uden mellem mod så da her "
    "hvordan hvad bliver været skulle må vil blive få når under",
    "nb": "og i å det er en til på for av som de med den ikke et har fra var seg om han vi kan "
    "eller men skal også etter ved ble nå mer hadde hun over blitt mye hvor noe kun sier jeg du "
    "sin sitt sine dem dette denne disse alle noen uten mellom mot så da her hvordan hva blir "
    "vært skulle må vil bli få når under bare at",
    "nn": "og i å det er ein til på for av som dei med den ikkje eit har frå var seg om han vi "
    "kan eller men skal også etter ved vart no meir hadde ho over mykje kvar noko berre eg "
    "seier",
    "sv": "och i att det är en till på för av som de med den inte ett har från var sig om han "
    "vi kan eller men ska också efter vid blev nu mer hade hon över mycket när bara under där "
    "säger jag du ni sin sitt sina dem detta denna dessa alla några utan mellan mot så då här "
    "hur vad blir varit skulle måste vill bli få",
    "is": "og í að er á til sem um það ekki við með en af hann var fyrir eru frá því hefur ég "
    "þá hún eftir einnig verið sé þetta",
    "tr": "ve bir bu da de için ile çok olarak daha olan gibi en kadar ne sonra var ise ki o ya "
    "değil her olduğu tarafından göre ancak oldu diye veya mi iki üzere ediyor şu ben sen biz "
    "siz onlar bunu bunun onun ama hem hiç nasıl yok etti edildi edilen karşı önce bile bazı "
    "tüm olduğunu ifade eden dedi",
    "az": "və bir bu da də üçün ilə çox olan kimi o ki daha sonra ən olaraq edib bildirib deyil "
    "var hər isə görə olub",
    "uz": "va bilan uchun bu bir ham deb edi emas esa yoki lekin qildi ekan kerak",
    "id": "yang dan di itu dengan untuk dari tidak ini pada dalam akan adalah ke juga karena "
    "oleh sebagai mereka telah bisa saat saya kami kita lebih ada bahwa tersebut dia ia atau "
    "sudah seperti hanya namun para anda tak agar serta antara dapat menjadi hingga setelah "
    "sebelum kepada terhadap melalui beberapa sangat masih maka jika kalau pun belum harus "
    "sekitar secara bagi ketika tetapi tapi sedangkan maupun per usai dirinya lain semua banyak "
    "tentang atas daripada turut beliau yakni yaitu sehingga bukan kini guna",
    "ms": "yang dan di itu dengan untuk dari tidak ini pada dalam akan adalah ke juga kerana "
    "oleh sebagai mereka telah boleh saya kami kita lebih ada bahawa tersebut dia ia atau sudah "
    "seperti hanya namun para agar serta antara dapat menjadi hingga selepas sebelum kepada "
    "terhadap melalui beberapa sangat masih maka jika kalau pun belum harus sekitar secara bagi "
    "ketika tetapi daripada manakala mahupun ialah iaitu sahaja pelbagai beliau mahu lain semua "
    "banyak tentang atas semasa turut sehingga bukan kini",
    "tl": "ang ng sa na mga at ay si ni para hindi ito kung kay nila siya pa din rin isang may "
    "dahil niya ko po lamang",
    "sw": "na ya wa kwa katika ni za la kuwa hii kama huo hiyo pia alisema ili bila baada yake "
    "wao cha",
    "eu": "eta da du ez bat dira zuen ere ditu izan den baina egin dute beste hau batean",
    "ga": "an agus na ar go i is ag le do sé ní bhí don chun seo atá leis mar bhfuil",
    "cy": "y yn a i ar o yr wedi mae ei bod gan sydd ac fod hefyd eu hyn oedd am ond",
    "sq": "të e në dhe i për me një nga që është më si do ka nuk se janë ishte kjo edhe por ai tij",
    "mt": "il ta li u ma fil tal għal minn hija kien din dan biex jew lill",
    "la": "et in est non ad ut cum qui quae sed esse ab ex sunt quod enim aut nec per atque",
    "eo": "la de kaj en estas al por kun ne ke li kiu el sed tiu ankaŭ ĝi oni kiuj estis",
    "ku": "û ku di li ji bi de jî ev ne ew",
    "so": "waa iyo ka ku ee in oo la uu ay u ah ayaa waxaa si",
    "ha": "da a ya na ta ba ne ce su shi an wannan amma kuma",
    # Cyrillic
    "ru": "и в не на что с по как это он а то из к у за от его о для но так же был бы все было "
    "вы только еще ещё она они или при также после до ее её если чтобы этом этого были которые "
    "который уже мы я их им ему нет без под во со об над когда где этой эти того том быть будет "
    "может между через более которая которое которых этот эта нас нам вас себя свой лишь однако "
    "потому из-за",
    "uk": "і в не на що з та у як це до за від його про для але й так був же все ми було є "
    "також після під час які який якщо щоб цього були вже із зі або через я він вона вони їх їм "
    "без між над при коли де той ця цей цю ці того тому бути буде може більше яка яке яких нас "
    "нам вас себе лише однак",
    "be": "і ў не на што з у як гэта да за ад яго аб для але быў пры таксама пасля які якая "
    "было гэтага каб ці",
    "bg": "и на да се от за не че с в е по до са ще като след които който това към при тази "
    "този той беше бъде или но си му ги било както също а я ми ни ви те тя аз ние което която "
    "през със във без още само много може има няма между под над вече когато къде",
    "mk": "и на да се од за не дека со во е по до ќе како кои кој ова кон при оваа овој тој "
    "беше или но си му ги исто има",
    "sr": "и у је на се да за су од са а о који као из то не што по би ће али након током само "
    "више био како која које све према није између такође где ко уз била пре после због они она "
    "он ми ви тај та овај ова још или него без до при код када већ може има",
    "kk": "және мен бұл үшін деп бір да де ол осы туралы бойынша болып еді емес кейін",
    "ky": "жана менен бул үчүн деп бир да ал ушул боюнча болуп эле эмес кийин",
    "tg": "ва дар ба аз ки ин бо барои аст ҳам бояд шуд буд он",
    "mn": "нь бол юм энэ байна гэж болон тухай их хийх дээр байгаа гэсэн",
    "tt": "һәм белән бу өчен дип бер да дә",
    # Arabic
    "ar": "في من على أن إلى التي عن مع هذا هذه الذي كان ما لا بعد قال كما أو بين خلال حتى لم "
    "وقد كل قد ذلك إن يوم الى ان او كانت قبل عند ثم هو هي هم وهو وهي وفي ومن وأن وقال فيها فيه "
    "عليه منذ دون أي غير لها له بها به لن ليس إذا لكن ولكن حيث أنه أنها تلك هناك يكون عام",
    "fa": "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز می شده اما گفت شد ما کند "
    "باید اگر بود دارد های ها اند من او آنها ایشان هر هیچ پس پیش بین یا چه نه نمی کرده بوده شود "
    "شوند خواهد داد روی ای",
    "ur": "کے کی میں ہے اور سے کا کو نے اس کہ پر کہا ہیں بھی یہ ایک جو کر کیا گیا تھا نہیں تو "
    "ہو ان وہ تک بعد لیے ساتھ رہے رہا رہی گی گا تھے تھی ہم آپ جس جن کوئی کچھ جب اپنے اپنی",
    "ps": "د په او چې کې ته له دی سره هم دا يې شوی ده وي",
    "ckb": "لە بە و کە بۆ ئەم ئەو لەگەڵ هەر دوای",
    "ug": "ۋە بىلەن بۇ ئۈچۈن بىر دەپ",
    "sd": "۾ جي جو کي آهي ۽ سان جا",
    # Devanagari
    "hi": "के में की है से का को और पर ने यह कि भी हैं एक इस लिए नहीं कर था तो हो गया",
    "mr": "आहे आणि या ते व हे मध्ये नाही असे होते त्या केले",
    "ne": "छ र मा ले लाई हो भएको गरेको यो पनि छन् भने",
}

# Those that share many words with a language of many more texts, or are seldom written in news.
RARE = frozenset(
    (
        *("gl", "ca", "af", "bs", "nn", "ms", "az", "uz", "tl", "sw", "eu", "ga", "cy", "sq"),
        *("mt", "la", "eo", "ku", "so", "ha", "be", "mk", "kk", "ky", "tg", "mn", "tt", "ps"),
        *("ckb", "ug", "sd", "mr", "ne"),
    )
)

CYRILLIC = frozenset({"ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn", "tt"})
ARABIC = frozenset({"ar", "fa", "ur", "ps", "ckb", "ug", "sd"})
DEVANAGARI = ("hi", "mr", "ne")

LETTERS = {
    "de": "ßäöü",
    "fr": "çœêèàùûîëï",
    "es": "ñ¿¡",
    "pt": "ãõç",
    "gl": "ñ",
    "ca": "çàòï·",
    "it": "ìòù",
    "ro": "ășțşţ",
    "nl": "ë",
    "pl": "łżźśćńęą",
    "cs": "řěů",
    "sk": "ľĺŕôä",
    "sl": "čšž",
    "hr": "đćčšž",
    "bs": "đćčšž",
    "sr-Latn": "đćčšž",
    "hu": "őűöü",
    "fi": "äö",
    "et": "õäöü",
    "lv": "ģķļņāēīū",
    "lt": "ėųįąę",
    "da": "øæå",
    "nb": "øæå",
    "nn": "øæå",
    "sv": "åäö",
    "is": "ðþæö",
    "tr": "ğışçü",
    "az": "əğışç",
    "sq": "ëç",
    "mt": "ħġż",
    "eo": "ĉĝĥĵŝŭ",
    "ku": "êîûşç",
    "cy": "ŵŷ",
    "ru": "ыэё",
    "uk": "їєґі",
    "be": "ўыэё",
    "bg": "ъщ",
    "mk": "ѓќѕјљњ",
    "sr": "ђћјљњџ",
    "kk": "әғқңұһөү",
    "ky": "ңөү",
    "tg": "ҷӣӯҳғқ",
    "mn": "өү",
    "tt": "әөүҗңһ",
    "ar": "ةىيكأإ",
    "fa": "پچژگکی",
    "ur": "ٹڈڑںےہھ",
    "ps": "ېۍټډړښځڅ",
    "ckb": "ێۆڕڵە",
    "ug": "ۇۆۈۋېە",
    "sd": "ڪڻڳٿڀٻ۽۾",
}
