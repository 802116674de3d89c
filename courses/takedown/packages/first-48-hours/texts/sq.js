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
 "title": "48 orët e para",
 "intro": "Punoni në një linjë ndihme. Është ora 10:00 e ditës së parë. Lea, 27 vjeçe, thërret nga telefoni i zyrës në punë, ku mund të flasë.\n\nKëtë mëngjes një mikeshë gjeti fotografi të saj në dy platforma. Një ish-partner e kishte kërcënuar me këtë. Keni dy ditë.\n",
 "deadline": "48 orët e para",
 "steps": {
  "call": {
   "title": "„Vetëm le të zhduken“",
   "text": "„Janë në dy faqe. A nuk mund t’i raportoni thjesht? Vetëm le të zhduken.“\n",
   "choices": {
    "a": {
     "do": "Raportoni menjëherë të dyja faqet me buton",
     "then": "Njëra faqe zhduket brenda orës, dhe bashkë me të adresa dhe llogaria. Askush nuk i kishte shkruar."
    },
    "b": {
     "do": "Kërkojini t’jua dërgojë fotografitë, që të dini për çfarë bëhet fjalë",
     "then": "Lea hesht. Pastaj vijnë, nga llogaria e saj private. Nuk ju duheshin, dhe tani gjenden në një vend më shumë. Askush nuk duhet të dërgojë fotografi intime që të marrë ndihmë."
    },
    "c": {
     "do": "Bëni së pari gjashtë pyetje: rreziku, mosha në fotografi, dëshira e saj, provat, ku saktësisht, kush mund t’i shohë",
     "then": "Sot nuk ka rrezik; ai është jashtë vendit. Në të gjitha fotografitë ishte mbi 25 vjeçe. Ajo do heqjen, dhe ta mbajë të hapur policinë. I thoni se që tani shikoni ju."
    }
   }
  },
  "evidence": {
   "title": "Para se të zhduket diçka",
   "text": "Në fletën e rastit keni dy lidhje. Ajo që hiqet mund të humbë edhe për policinë.\n",
   "choices": {
    "a": {
     "do": "Kërkojini Leas t’i gjejë vetë të gjitha vendet deri në mbrëmje",
     "then": "Kërkon shtatë orë, vetëm. Në mbrëmje ka edhe një lidhje dhe nuk i ndalen lotët. Dita gati ka mbaruar."
    },
    "b": {
     "do": "Për çdo vend shënoni adresën, llogarinë, datën dhe orën, me një pamje të ekranit ku fotografia është e mbuluar; thuajini se vetëm një autoritet mund të kërkojë ruajtjen e të dhënave",
     "then": "Tri vende, sepse një rezultat kërkimi të çon te faqja e parë. Lea mendon të shkojë në polici para se të dërgohen raportimet, dhe një kolege mund ta shoqërojë."
    },
    "c": {
     "do": "Shkarkoni fotografitë në kompjuterin tuaj si provë",
     "then": "Fotografitë intime janë tani në kompjuterin tuaj. Ku ishin, që kur dhe nga kush, skedarët nuk e thonë; dhe pikërisht kjo ka rëndësi."
    }
   }
  },
  "routes": {
   "title": "Tri rrugë",
   "text": "Sot ka kohë për tri rrugë, përveç njoftimit te platforma e dytë.\n",
   "choices": {
    "a": {
     "do": "Take It Down i NCMEC, me të gjitha fotografitë",
     "then": "Shërbimi është për fotografi të personave që ishin nën 18 vjeç. Lea ishte e rritur në të gjitha. Ka ikur gjysmë ore."
    },
    "b": {
     "do": "Raportoni te platforma A me formularin për imazhe intime, si përfaqësuese e saj, me autorizim me shkrim",
     "then": "Formulari merr disa adresa dhe pyet për autorizimin tuaj. Lea ka nënshkruar një faqe. Sipas ligjit të SHBA-së, një përfaqësuese mund ta bëjë këtë kërkesë kur platforma mbulohet prej tij."
    },
    "c": {
     "do": "StopNCII: hash-in e bën vetë, në një pajisje që e përdor vetëm ajo",
     "then": "Fotografitë mbeten në pajisjen e saj; del vetëm hash-i. Numri i rastit dhe PIN-i nuk rikthehen. I shkruan, dhe fletën ia jep motrës."
    },
    "d": {
     "do": "I shkruani ish-partnerit dhe i kërkoni t’i fshijë të gjitha",
     "then": "Pas pak minutash ai i shkruan Leas: „Pra i ke treguar dikujt.“ Tani ai e di, dhe këtë nuk e vendosi ajo."
    },
    "e": {
     "do": "Kërkoni nga Google Search t’i heqë rezultatet, me secilën adresë",
     "then": "Hiqet tabela që tregon rrugën, jo faqja. Jepni adresën e faqes dhe të fotografisë; shqyrtohet vetëm ajo që është në listë."
    }
   }
  },
  "notice": {
   "title": "Njoftimi te platforma B",
   "text": "Platforma B ka vetëm një formular me një fushë të madhe. Çfarë shkruani? Nga ora 17:00 e sotme zyra juaj është bosh deri nesër.\n",
   "choices": {
    "a": {
     "do": "„Fshini menjëherë gjithçka për klienten time. Kjo është turp.“",
     "then": "Një përgjigje automatike: „Nuk e gjetëm përmbajtjen.“ Nuk kishte adresë, as arsye, as emër."
    },
    "b": {
     "do": "Bashkëngjitni të gjitha fotografitë dhe një kopje të letërnjoftimit të saj, që të mos ketë pyetje",
     "then": "Askush nuk i kishte kërkuar. Tani fotografitë dhe letërnjoftimi janë te një kompani më shumë, dhe adresat ende mungojnë."
    },
    "c": {
     "do": "Pse është e paligjshme, çdo adresë, kush shkruan dhe me çfarë autorizimi, mirëbesimi, data dhe nënshkrimi",
     "then": "Dhjetë rreshta të matur. Nëse platforma mbulohet nga ligji i SHBA-së, ka 48 orë nga kjo kërkesë e vlefshme. Orën e shkruani në fletë.",
     "late": "Dhjetë rreshta të matur, por nuk ka më njeri që mund t’i nënshkruajë. Dalin të nesërmen në mëngjes, dhe orët numërohen vetëm që atëherë."
    }
   }
  },
  "evening": {
   "title": "Mbrëmja e ditës së parë",
   "text": "Raportimet janë nisur. Lea pyet: „Po sonte?“\n",
   "choices": {
    "a": {
     "do": "Shikoni çdo orë nëse është zhdukur",
     "then": "Në mesnatë shikoni për të gjashtën herë. Asgjë nuk ka ndryshuar, përveç se nesër jeni e rraskapitur."
    },
    "b": {
     "do": "Plotësoni fletën e rastit: referenca, kur pritet përgjigjja, hapi tjetër, kush dhe kur; thuajini Leas kur do të ketë lajm nga ju",
     "then": "Nesër në njëmbëdhjetë shikoni ju, ditën e tretë në nëntë kolegja juaj. Lea e fik telefonin. „Atëherë nuk kam pse të shikoj.“"
    },
    "c": {
     "do": "Prisni përgjigjet me e-mail",
     "then": "Nëse vjen një, mirë. Nëse nuk vjen asnjë, askush nuk do ta vërejë me kohë."
    }
   }
  },
  "refusal": {
   "title": "„Nuk ka shkelje“",
   "text": "Dita e dytë, para mesditës. Platforma A e ka hequr faqen e saj. Platforma B përgjigjet: „Përmbajtja nuk i shkel standardet tona.“\n",
   "choices": {
    "a": {
     "do": "Dërgoni sërish të njëjtin tekst, më ashpër",
     "then": "E njëjta përgjigje, një orë më vonë. Zëri më i lartë nuk është hap."
    },
    "b": {
     "do": "Ankohuni me arsye: cili rregull, pse ajo njihet, pa pëlqim; krahas kësaj dera e dytë e platformës",
     "then": "Ankesa përmend rregullin dhe referencën e mëparshme. Te shërbimet nën aktin e BE-së për shërbimet digjitale ankesa është falas, dhe vendimi vjen me arsye. I shënoni të dyja datat."
    },
    "c": {
     "do": "Thuajini Leas se aty nuk bëhet më asgjë",
     "then": "Nuk është kështu. Ka ende shkallë: një derë tjetër, ankesa, autoriteti, ndihma juridike ose policia."
    }
   }
  },
  "due": {
   "title": "Dita e tretë, ora nëntë",
   "text": "Orët gati kanë mbaruar. Platforma B nuk i është përgjigjur ende ankesës.\n",
   "choices": {
    "a": {
     "do": "Mbylleni rastin: njëra faqe u zhduk, dhe bëtë aq sa mundët",
     "then": "Pas dy javësh del një kopje, dhe askush nuk po shikon. Një rast mbyllet me të, jo pa të."
    },
    "b": {
     "do": "Kërkojini Leas të shikojë vetë nëse është ende aty",
     "then": "Shikon, dhe tërë ditën nuk sheh gjë tjetër. Shikimi duhej t’i hiqej nga supet."
    },
    "c": {
     "do": "Verifikoni çdo adresë të listës, ngjitni shkallën tjetër për platformën B, tregojini Leas çdo rezultat, caktoni datat për të parë përsëri",
     "then": "U zhduk, u zhduk nga rezultatet, është ende aty. Për të tretën ia dërgoni fletën autoritetit kompetent. Lea e di çfarë është e hapur dhe kur do të ketë lajm nga ju."
    }
   }
  }
 },
 "endings": {
  "passed": "Pas dy ditësh njëra faqe dhe rezultatet e kërkimit janë zhdukur, pjesa tjetër ka datë dhe hap. Lea ka vendosur vetë, dhe nuk iu desh të kërkonte. Kështu duket puna e mirë për heqjen: jo gjithçka është zhdukur, dhe asgjë nuk është harruar.\n",
  "failed": "Pas dy ditësh disa gjëra janë zhdukur, të tjera janë të hapura pa e ditur askush saktë cilat dhe deri kur. Mësimet 1, 2 dhe 6 tregojnë radhën: pyetjet, provat, rrugët, një njoftim i plotë, një datë.\n",
  "unsafe": "Njëri nga hapat i mori diçka Leas: fotografitë e saj janë në një vend më shumë, ose ai di më shumë se sa donte ajo. Heqja nuk guxon ta vërë në rrezik. Ju lutemi shikojeni përsëri mësimin 1, dhe përshkojini edhe një herë dy ditët.\n"
 }
});
