"""What tells languages that share a script apart: their commonest words, and letters of their own.

The words are of the closed classes (articles, pronouns, prepositions, conjunctions, auxiliaries),
which head every frequency list of running text and which no subject changes; they are taken from
the chapters on those classes in the languages' reference grammars. Letters are those of the
alphabets as CLDR's exemplar sets have them. Codes are BCP 47.
"""

WORDS = {
    # Latin
    "en": "the of and to in is that it was for on are as with his they at be this have from or had "
    "by but not what were we when your can said there an which she how their if will about out then "
    "them these some her would into has more could than been who its did after he you also over",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es "
    "an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen zum war "
    "haben nur oder aber vor zur bis durch wurde sei hatte kann gegen vom wenn ihre wir ich eines",
    "fr": "le la les de des du et en un une que qui est dans pour par sur au aux avec ce cette il "
    "elle ne pas plus se sont son sa ses mais ou où été être ont comme leur nous vous ils à aussi "
    "entre après sans selon lors dont cet ces depuis qu d l c n j",
    "es": "el la los las de del y en que un una por con para es se su al lo como más pero sus ya o "
    "este porque esta entre cuando muy sin sobre también hasta hay donde desde durante ni contra "
    "fue han ha ser son está según tras",
    "pt": "o a os as de do da dos das e em no na nos nas um uma que não para por com se é ao à mais "
    "como mas foi ele ela seu sua pelo pela são também já está quando muito ou ser depois sem até "
    "isso foram há aos às num numa após segundo",
    "gl": "o a os as de do da dos das e en no na nos nas un unha que non para por con se é ao á "
    "máis como pero foi seu súa pola polo tamén xa está cando moi ou ser despois sen ata foron hai "
    "coa co dun dunha",
    "ca": "el la els les de del dels i a en que un una per amb no és se al als més com però o aquest "
    "aquesta han va ha són seva seu també ja quan molt ser després sense entre fins hi on des sobre "
    "pel pels què d l s n",
    "it": "il lo la i gli le di del della dei delle degli e in nel nella un una che per con non è si "
    "al alla da dal dalla sono più come ma anche ha suo sua ad essere stato questo questa hanno tra "
    "fra ai sul sulla nei dopo o cui già dell nell all un l d",
    "ro": "și şi în de la cu pe nu o un care din a că este sunt mai pentru al ale lui fost au ce se "
    "sau dar după prin fi am ar fără despre acest această până când către între iar",
    "nl": "de het een van en in is dat op te zijn met voor niet die aan er om ook als dan maar bij "
    "uit nog naar heeft worden door over ze hij was wordt hebben werd meer tot wel geen zich kan deze",
    "af": "die en van in is dat het nie 'n vir op met te hy om sy aan deur was ook by uit wat as word "
    "hulle ons kan sal moet meer tot oor maar nog",
    "pl": "w i na z do się nie że jest to o jak po za od przez co ale są dla oraz czy który która "
    "które tym ze być został było będzie już tylko jego może ma pod przed nad ich także przy tego",
    "cs": "a v na se že je s z do o i k pro za jako by ale po jsou si od není jeho byl nebo podle "
    "které který která však také při až už jen tak co více před mezi jak bylo byla ve budou ze",
    "sk": "a v na sa že je s z do o i k pre za ako by ale po sú si od nie jeho bol alebo podľa ktoré "
    "ktorý ktorá však tiež pri až už len tak čo viac pred medzi bolo bola vo budú zo aj",
    "sl": "in v je na da se za so ki z bi po pa tudi s o ne pri od kot ali do še bo iz bil bila lahko "
    "ter zaradi med kako več že",
    "hr": "i u je na se da za su od s a o koji kao iz to ne što po bi će ali nakon tijekom te samo "
    "više bio kako koja koje sve prema nije između također gdje tko uz bila prije zbog",
    "bs": "i u je na se da za su od s a o koji kao iz to ne što po bi će ali nakon tokom te samo "
    "više bio kako koja koje sve prema nije između također gdje ko šta uz bila prije zbog",
    "sr-Latn": "i u je na se da za su od sa a o koji kao iz to ne što šta po bi će ali nakon tokom "
    "samo više bio kako koja koje sve prema nije između takođe gde ko uz bila pre posle zbog",
    "hu": "a az és hogy nem is egy ez azt meg csak de ha már volt mint el lehet kell még van ki fel "
    "amely után szerint vagy között pedig ezt aki így majd olyan minden több",
    "fi": "ja on ei että se oli hän mutta ovat kun myös mukaan sen joka ole kuin tai jo niin hänen jos "
    "sitä nyt vain mitä noin vielä jälkeen kanssa sekä olisi ollut",
    "et": "ja on ei et see oli ka kui ning aga või oma mis ta nii kes selle siis veel pärast eest "
    "poolt olla kuid seda juba üle välja",
    "lv": "un ir no ar uz par ka kas arī lai bet tas pēc kā ne vai gan jau tā šo tika pie būs līdz "
    "bija viņš vairāk",
    "lt": "ir į kad su iš yra bet kaip tai o už po ar jau buvo dėl nuo iki apie taip jo jie per dar "
    "bus tik nes ne kuris savo",
    "da": "og i at det er en til på for af der de med den som ikke et har fra var sig om han vi kan "
    "eller men skal også efter ved blev nu mere havde hun over blevet meget hvor noget kun siger",
    "nb": "og i å det er en til på for av som de med den ikke et har fra var seg om han vi kan eller "
    "men skal også etter ved ble nå mer hadde hun over blitt mye hvor noe kun sier",
    "nn": "og i å det er ein til på for av som dei med den ikkje eit har frå var seg om han vi kan "
    "eller men skal også etter ved vart no meir hadde ho over mykje kvar noko berre eg seier",
    "sv": "och i att det är en till på för av som de med den inte ett har från var sig om han vi kan "
    "eller men ska också efter vid blev nu mer hade hon över mycket när bara under där säger",
    "is": "og í að er á til sem um það ekki við með en af hann var fyrir eru frá því hefur ég þá hún "
    "eftir einnig verið sé þetta",
    "tr": "ve bir bu da de için ile çok olarak daha olan gibi en kadar ne sonra var ise ki o ya değil "
    "her olduğu tarafından göre ancak oldu diye veya mi iki üzere ediyor",
    "az": "və bir bu da də üçün ilə çox olan kimi o ki daha sonra ən olaraq edib bildirib deyil var "
    "hər isə görə olub",
    "uz": "va bilan uchun bu bir ham deb edi emas bo‘lib bo'lib esa yoki lekin qildi ekan kerak",
    "id": "yang dan di itu dengan untuk dari tidak ini pada dalam akan adalah ke juga karena oleh "
    "sebagai mereka telah bisa saat saya kami kita lebih ada bahwa tersebut dia atau sudah seperti "
    "hanya namun para",
    "ms": "yang dan di itu dengan untuk dari tidak ini pada dalam akan adalah ke juga kerana oleh "
    "sebagai mereka telah boleh ketika saya kami kita lebih ada bahawa tersebut beliau atau sudah "
    "seperti hanya namun para berkata daripada kepada",
    "tl": "ang ng sa na mga at ay si ni para hindi ito kung kay nila siya pa din rin isang may dahil "
    "niya ko po lamang",
    "sw": "na ya wa kwa katika ni za la kuwa hii kama huo hiyo pia alisema ili bila baada yake wao cha",
    "eu": "eta da du ez bat dira zuen ere ditu izan den baina egin dute beste hau batean",
    "ga": "an agus na ar go i is ag le do sé ní bhí don chun seo atá leis mar bhfuil",
    "cy": "y yn a i ar o yr wedi mae ei bod gan sydd ac fod hefyd eu hyn oedd am ond",
    "sq": "të e në dhe i për me një nga që është më si do ka nuk se janë ishte kjo edhe por ai tij",
    "mt": "il ta li u ma fil tal għal minn hija kien din dan biex jew lill",
    "la": "et in est non ad ut cum qui quae sed esse ab ex sunt quod enim aut nec per atque",
    "eo": "la de kaj en estas al por kun ne ke li kiu el sed tiu ankaŭ ĝi oni",
    "ku": "û ku di li ji bi de jî ev ne ew",
    "so": "waa iyo ka ku ee in oo la uu ay u ah ayaa waxaa si",
    "ha": "da a ya na ta ba ne ce su shi an wannan amma kuma",
    # Cyrillic
    "ru": "и в не на что с по как это он а то из к у за от его о для но так же был бы все было вы "
    "только еще ещё она они или при также после до ее её если чтобы этом этого были которые который "
    "уже",
    "uk": "і в не на що з та у як це до за від його про для але й так був же все було є також після "
    "під які який якщо щоб цього були вже із зі або через",
    "be": "і ў не на што з у як гэта да за ад яго аб для але быў пры таксама пасля які якая было "
    "гэтага каб ці",
    "bg": "и на да се от за не че с в е по до са ще като след които който това към при тази този той "
    "беше бъде или но си му ги било както също",
    "mk": "и на да се од за не дека со во е по до ќе како кои кој ова кон при оваа овој тој беше или "
    "но си му ги исто има",
    "sr": "и у је на се да за су од са а о који као из то не што по би ће али након током само више "
    "био како која које све према није између такође где",
    "kk": "және мен бұл үшін деп бір да де ол осы туралы бойынша болып еді емес кейін",
    "ky": "жана менен бул үчүн деп бир да ал ушул боюнча болуп эле эмес кийин",
    "tg": "ва дар ба аз ки ин бо барои аст ҳам бояд шуд буд он",
    "mn": "нь бол юм энэ байна гэж болон тухай их хийх дээр байгаа гэсэн",
    "tt": "һәм белән бу өчен дип бер да дә",
    # Arabic
    "ar": "في من على أن إلى التي عن مع هذا هذه الذي كان ما لا بعد قال كما أو بين خلال حتى لم وقد كل "
    "قد ذلك إن يوم الى ان او",
    "fa": "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز می شده اما گفت شد ما کند باید "
    "اگر بود دارد",
    "ur": "کے کی میں ہے اور سے کا کو نے اس کہ پر کہا ہیں بھی یہ ایک جو کر کیا گیا تھا نہیں تو",
    "ps": "د په او چې کې ته له دی سره هم دا يې شوی ده وي",
    "ckb": "لە بە و کە بۆ ئەم ئەو لەگەڵ هەر دوای",
    "ug": "ۋە بىلەن بۇ ئۈچۈن بىر دەپ",
    "sd": "۾ جي جو کي آهي ۽ سان جا",
    # Devanagari
    "hi": "के में की है से का को और पर ने यह कि भी हैं एक इस लिए नहीं कर था तो हो गया",
    "mr": "आहे आणि या ते व हे मध्ये नाही असे होते त्या केले",
    "ne": "छ र मा ले लाई हो भएको गरेको यो पनि छन् भने",
}

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

# Characters that only one of the two Chinese scripts has, by Unihan's kSimplifiedVariant and
# kTraditionalVariant, commonest first; none that Japanese writes like Simplified Chinese.
SIMPLIFIED = (
    "这们为说时过还对发经问现从开关东车长门见贝页风马鱼鸟两业乐习书买乱争于亚产亲亿仅们价众优伤伦传伪"
    "儿党兰兴养冲决况净凤凭击划则创别动务势华协单卖卫厂历压厅县员响团园围图圆圣场块坏坚坛执扩扫报担拥择"
    "损换据护举处备复够头夺奋妇妈娱孙学宁实审宪宽宾导寻层岁岛币师帐带帮应庆庙库废张强归录彻忆怀态怜总恋恶"
    "惊惯愿战户抢护拟拨挤挥无旧显晓晚权条极构枪标栋树样桥检楼欢欧残毁气汇汉汤沟没泪泽洁浅测济浓涛润涨渐温"
    "湾满灭灯灵炉点炼热爱爷牵犹独狱猪猫献环珑电画畅疗疯盐监盖盘着矿码础确离种积称稳穷竞笔筑签简类粮纪约级"
    "纯纲纳纵纷纸线练组细织终绍结绕绘给络绝统继绩维综绿缓编缘缩网罗罚职联胜脑脚脸舰艺节苏范荐荣药获虑虽蚁"
    "补装观规视觉览触计订认讨让训议讯记讲许论设访证评识诉词译试诗话询该详语误请诸读课谁调谈谢货质购贯贵贸费"
    "贺资赖赛赞赵趋践跃轨转轮软轻载较辆输辽达迁迈运进远违连迟适选递遗邓邮邻郑酱释里钟钢钱铁银销锁错键镇长闭"
    "闲间闹闻阅队阳阴阵际陆陈险随隐难雾静韩顶项顺须顾顿预领频题额颜风飞饭饮饰饼馆驱驶驻验骑骗鲁鲜鸡麦黄齐齿龙龟"
)
TRADITIONAL = (
    "這們為說時過還對發經問現從開關東車長門見貝頁風馬魚鳥兩業樂習書買亂爭於亞產親億僅個價眾優傷倫傳偽"
    "兒黨蘭興養衝決況淨鳳憑擊劃則創別動務勢華協單賣衛廠歷壓廳縣員響團園圍圖圓聖場塊壞堅壇執擴掃報擔擁擇"
    "損換據護舉處備復夠頭奪奮婦媽娛孫學寧實審憲寬賓導尋層歲島幣師帳帶幫應慶廟庫廢張強歸錄徹憶懷態憐總戀惡"
    "驚慣願戰戶搶擬撥擠揮無舊顯曉權條極構槍標棟樹樣橋檢樓歡歐殘毀氣匯漢湯溝沒淚澤潔淺測濟濃濤潤漲漸溫"
    "灣滿滅燈靈爐點煉熱愛爺牽猶獨獄豬貓獻環電畫暢療瘋鹽監蓋盤著礦碼礎確離種積稱穩窮競筆築簽簡類糧紀約級"
    "純綱納縱紛紙線練組細織終紹結繞繪給絡絕統繼績維綜綠緩編緣縮網羅罰職聯勝腦腳臉艦藝節蘇範薦榮藥獲慮雖蟻"
    "補裝觀規視覺覽觸計訂認討讓訓議訊記講許論設訪證評識訴詞譯試詩話詢該詳語誤請諸讀課誰調談謝貨質購貫貴貿費"
    "賀資賴賽贊趙趨踐躍軌轉輪軟輕載較輛輸遼達遷邁運進遠違連遲適選遞遺鄧郵鄰鄭醬釋裡鐘鋼錢鐵銀銷鎖錯鍵鎮閉"
    "閒間鬧聞閱隊陽陰陣際陸陳險隨隱難霧靜韓頂項順須顧頓預領頻題額顏飛飯飲飾餅館驅駛駐驗騎騙魯鮮雞麥黃齊齒龍龜國會來後當點"
)
# Kanji that neither Chinese script writes so (the shinjitai and kokuji of Japan).
JAPANESE = "気円売対図変応広応県駅鉄発働込帰済経検権験険観覧総続転戦単団売読説税残渋沢浅両辺駄畑峠枠栃"
