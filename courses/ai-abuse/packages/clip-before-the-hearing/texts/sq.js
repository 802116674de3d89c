globalThis.simulationTexts({
 "words": {
  "fictional": "Rast i trilluar, i shkruar për mësim. Çdo ngjashmëri me një person të vërtetë është e rastësishme.",
  "language": "Gjuha",
  "beginning": "Para se të filloni",
  "how": "Vendimet i merrni ju. Secili vendim merr kohë në një orë që është pjesë e rrëfimit; ajo që bëni tepër vonë vlen më pak. Askush nuk e mat sa gjatë mendoni. Mund të ndaleni në çdo çast dhe të vazhdoni më vonë, dhe ta përshkoni sërish sa herë të doni.",
  "safeDevice": "Nëse keni frikë se kjo pajisje mbikëqyret, ndaluni dhe përdorni një pajisje tjetër.",
  "begin": "Filloni",
  "ask": "Çfarë bëni?",
  "askSeveral": "Çfarë bëni? Zgjidhni {n}, një nga një.",
  "consequence": "Çfarë doli nga kjo",
  "goOn": "Vazhdoni",
  "time": "Ora është {time}.",
  "dayAndTime": "Dita {day}, ora {time}.",
  "left": "Kanë mbetur {duration}: {deadline}.",
  "over": "Koha ka kaluar: {deadline}.",
  "minutes": "{n} min",
  "hours": "{n} orë",
  "result": "Rezultati juaj",
  "passed": "{score} nga 100. E kaluat; duheshin {pass}.",
  "failed": "{score} nga 100. Nuk e kaluat; duhen {pass}.",
  "way": "Rruga juaj",
  "verdictGood": "Zgjedhje e mirë",
  "verdictPartly": "Pjesërisht e drejtë.",
  "verdictLittle": "Nuk ndihmoi.",
  "verdictLate": "Erdhi tepër vonë.",
  "verdictUnsafe": "Vuri dikë në rrezik. Me një zgjedhje të tillë nuk kalon askush.",
  "again": "Përshkojeni sërish",
  "kept": "Çdo hap ruhet. Mund të dilni në çdo çast dhe të vazhdoni aty ku ndaluat.",
  "handedOver": "Platforma e mësimit e ka rezultatin tuaj më të mirë: {best} nga 100.",
  "notKept": "Kjo faqe nuk është e lidhur me një platformë mësimi. Mund t’i përshkoni të gjitha; asgjë nuk ruhet.",
  "reviewed": "Këtë e keni përfunduar më parë. Rezultati juaj mbetet; këtë herë asgjë nuk ruhet.",
  "saveFailed": "Platforma e mësimit nuk e pranoi hapin e fundit. Mund të mos jetë ruajtur."
 },
 "title": "Një klip para seancës",
 "intro": "Punoni në një shërbim që përgatit dosje për gjykatën. Ora është 9:00. Nesër gjykata vendos për një urdhër mbrojtjeje që ka kërkuar Hana.\n\nNjë koleges i kanë dërguar një klip prej njëzet sekondash. Në të dikush që i ngjan Hanës thotë: „E kam shpikur të gjithën.“ Deri në orën 14:30 shënimi juaj duhet të jetë në dosje.\n",
 "deadline": "në orën 14:30 shënimi duhet të jetë në dosje",
 "steps": {
  "receive": {
   "title": "Njëzet sekonda",
   "text": "Kolegja ju zgjat telefonin: „Ma dërgoi një mikeshë. Në ndërtesë e kanë tashmë të gjithë.“ Pamja është e vogël dhe pak e turbullt.\n",
   "choices": {
    "a": {
     "do": "E shihni përsëri e përsëri dhe shënoni çfarë duket e çuditshme",
     "then": "Pas një ore keni një faqe me përshtypje. Kur njerëzit i gjykojnë me sy falsifikimet e mira, janë afër hamendjes. Dhe Hana ende nuk di gjë."
    },
    "b": {
     "do": "Ia dërgoni ekipit dhe kërkoni mendime",
     "then": "Tani e kanë edhe dymbëdhjetë njerëz, dhe njëri e ka përcjellë. Ajo që përcillet nuk kthehet më, dhe Hana nuk ka dhënë pëlqim."
    },
    "c": {
     "do": "Kërkoni që askush të mos e përcjellë, dhe e thirrni Hanën: a është në siguri, a e di, çfarë do?",
     "then": "Hana nuk e ka parë. Është te nëna dhe në siguri. „Këtë nuk e kam thënë kurrë. Ju lutem, gjeni nga vjen.“ Nga këtu vazhdoni."
    }
   }
  },
  "trace": {
   "title": "Nga vjen?",
   "text": "Në telefonin e koleges ka një kopje që është përcjellë disa herë.\n",
   "choices": {
    "a": {
     "do": "Kërkoni nga të gjithë në zinxhir t’jua dërgojnë skedarin me mesazh",
     "then": "Vijnë katër skedarë, secili më i vogël se i mëparshmi. Çdo përcjellje mund t’i ketë ndryshuar. Por mësoni një emër: e para ishte një kushërirë, Dora."
    },
    "b": {
     "do": "Ktheheni prapa me telefon, njeri pas njeriu: nga kush, kur, dhe kush ishte më parë",
     "then": "Katër thirrje. Zinxhiri mbaron te Dora, një kushërirë. Ajo e mori klipin mbrëmë në 21:14 nga një llogari që nuk e njeh askush. E ka ende në telefon."
    },
    "c": {
     "do": "Punoni me kopjen që keni; koha është e shkurtër",
     "then": "Punoni me kopjen e një kopjeje. Nga vjen, në shënim nuk do të mund ta thoni."
    }
   }
  },
  "source": {
   "title": "Marrësja e parë",
   "text": "Dora banon në anën tjetër të qytetit. Është e tronditur dhe gati të ndihmojë.\n",
   "choices": {
    "a": {
     "do": "E vendosni klipin në një shërbim falas zbulimi në internet",
     "then": "„91% e rreme.“ Çfarë u provua dhe si, nuk e thotë askush. Detektorët i shënojnë si të rreme edhe videot e vërteta me cilësi telefoni. Dhe fytyrën e Hanës e ka tani një i panjohur."
    },
    "b": {
     "do": "I kërkoni Dorës me telefon të mos fshijë asgjë, dhe ta lexojë llogarinë dhe orën",
     "then": "I keni llogarinë dhe orën, dhe mesazhi mbetet në telefonin e saj. Çfarë thotë vetë skedari, nuk e shihni."
    },
    "c": {
     "do": "Shkoni atje, shihni mesazhin në telefonin e saj, shënoni llogarinë, pajisjen dhe orën, merrni skedarin dhe shënoni hash-in e tij",
     "then": "Llogaria, pajisja, ora dhe hash-i janë shënuar. Që tani mund të tregohet se skedari nuk është ndryshuar. Nëse është e vërtetë ajo që tregon, hash-i nuk e thotë."
    }
   }
  },
  "compare": {
   "title": "Dy prova",
   "text": "Para se të shkruani, ka kohë për dy prova. Cilat?\n",
   "choices": {
    "a": {
     "do": "Numëroni shenjat e dukshme: skajet, hijet, buzët",
     "then": "Lëkurë e lëmuar, buzë që ecin përpara zërit. Të dyja vijnë edhe nga një telefon i zakonshëm në dritë të dobët. Keni një numër, dhe asnjë përgjigje."
    },
    "b": {
     "do": "E krahasoni me botën: dhoma, kalendari në mur, incizime të tjera",
     "then": "Nëna e Hanës e njeh kuzhinën. Në pranverë u lye e gjelbër; në klip është e bardhë, dhe kalendari tregon vitin e kaluar. Kjo nuk përputhet me atë që pretendohet, dhe dikush mund ta verifikojë."
    },
    "c": {
     "do": "Pyesni pesë kolegë dhe ndiqni shumicën",
     "then": "Tre thonë e vërtetë, dy thonë e rreme. Po aq dinit edhe më parë. Votat nuk janë prova."
    },
    "d": {
     "do": "Lexoni çfarë thotë skedari për vete: të dhënat, kredencialet e nënshkruara",
     "then": "Ora në skedar është ajo e mbrëmshmja. Kredenciale nuk ka, dhe kjo nuk thotë asgjë: shumë skedarë nuk kanë. Një tregues, jo më shumë; si i tillë hyn në shënim."
    }
   }
  },
  "words": {
   "title": "Çfarë shkruani?",
   "text": "Formulari ka një rresht: „Rezultati i shqyrtimit“.\n",
   "choices": {
    "a": {
     "do": "„Klipi është i rremë.“",
     "then": "Në seancë dikush pyet nga e dini. Dini se disa gjëra nuk përputhen. Si është bërë klipi, nuk e dini."
    },
    "b": {
     "do": "„Nuk ka gjurmë manipulimi. I vërtetë.“",
     "then": "„I vërtetë“ premton më shumë se sa mund të ketë parë kushdo në gjysmë dite. Dhe përdoret kundër Hanës."
    },
    "c": {
     "do": "„Ka tregues, por jo përfundimtarë“, dhe pranë: çfarë u shqyrtua, çfarë jo, çfarë mungon, kush duhet ta shohë më tej",
     "then": "Një faqe: prejardhja aq sa dihet, çfarë nuk përputhet, çfarë mbetet e hapur, laborator nëse palët e kundërshtojnë. Qëndron nesër, dhe edhe pas një viti.",
     "late": "Faqja është e mirë, dhe vjen pas orës 14:30. Dosja shkoi në gjykatë pa të; nesër e çoni te dera."
    }
   }
  },
  "handover": {
   "title": "Thirrja e fundit",
   "text": "Shënimi është shkruar. Hana pret.\n",
   "choices": {
    "a": {
     "do": "E thirrni: çfarë është shkruar, që pasiguria është te klipi dhe jo te ajo, çfarë ndodh nesër dhe çfarë mund të fillojë tani",
     "then": "„Pra nuk thoni që gënjej.“ Jo. Ajo e di çfarë vjen nesër, dhe nuk e dëgjon për herë të parë në sallë."
    },
    "b": {
     "do": "Ia dërgoni pjesën teknike me e-mail",
     "then": "Dy faqe me hash dhe ngjeshje, natën, vetëm. Në mëngjes thërret: „A është mirë apo keq?“"
    },
    "c": {
     "do": "Ia lini gjykatës",
     "then": "Për klipin e dëgjon në sallë, nga pala tjetër. Kjo mund të shmangej."
    }
   }
  }
 },
 "endings": {
  "passed": "Në dosje është një shënim që nuk thotë më shumë se sa dini, dhe thotë nga e dini. Gjykata mund të punojë me të, dhe Hanës iu tha më parë.\n",
  "failed": "Në dosje ka një shënim, por ai mbështetet në pak, ose thotë më shumë se sa dihet, ose erdhi vonë. Mësimet 3 dhe 5 tregojnë rrugën: së pari njeriu, pastaj prejardhja, syri në fund.\n",
  "unsafe": "Për shkakun tuaj klipi shkoi te më shumë njerëz, pa pëlqimin e Hanës. Kjo nuk kthehet prapa, çfarëdo që thotë shënimi. Ju lutemi shikoni përsëri të parin nga shtatë hapat në mësimin 3, dhe përshkojeni edhe një herë ditën.\n"
 }
});
