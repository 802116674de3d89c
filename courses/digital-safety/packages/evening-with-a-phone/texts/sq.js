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
 "title": "Një mbrëmje me një telefon",
 "intro": "Jeni në turnin e mbrëmjes në një qendër këshillimi. Në orën 18:00 vjen Mira me telefonin e saj. Ka takim për një formular; partneri i saj e di që është këtu, dhe pse.\n\nDisa gjëra në telefonin e saj nuk përputhen. Ai e shikon çdo mbrëmje. Në orën 20:15 ajo duhet të niset, që të jetë në shtëpi si zakonisht.\n",
 "deadline": "në orën 20:15 Mira duhet të niset",
 "steps": {
  "arrival": {
   "title": "Telefoni mbi tavolinë",
   "text": "Mira e vendos telefonin mbi tavolinën tuaj. „Erdhi një njoftim për një hyrje që nuk ishte imja. Dhe ai di gjëra që nuk ia kam thënë askujt.“ E shtyn drejt jush. „Ju lutem, bëni diçka.“\n",
   "choices": {
    "a": {
     "do": "Kërkoni së pari softuer përgjimi në telefon",
     "then": "Kërkimi zgjat një orë dhe nuk gjen asgjë. Kjo nuk provon asgjë: një softuer i tillë gjendet me vështirësi, dhe ajo që bëni në një telefon të mbikëqyrur mund të shihet."
    },
    "b": {
     "do": "Lëreni telefonin në një dhomë tjetër dhe bëni katër pyetje: cila pajisje është e sigurt, kush ka qasje, çfarë ndodh nëse ai vëren një ndryshim, çfarë do ajo së pari",
     "then": "Telefoni është në dhomën tjetër. Mira thotë: tableti ka qenë i saji dhe tani është tek ai. Po të vërente diçka, do ta pyeste gjithë natën. Ajo do të dijë çfarë sheh ai, dhe të mos ndryshojë asgjë sot."
    },
    "c": {
     "do": "Ndryshoni kodin e telefonit, që ai të mos hyjë sonte",
     "then": "Kodi është i ri. Mira zbehet: „Në dhjetë do të dojë ta shohë.“ Një bllokim që shfaqet brenda natës i tregon atij se po ndodh diçka."
    }
   }
  },
  "look": {
   "title": "Çfarë shikoni?",
   "text": "Kompjuteri juaj është një që ai nuk e ka pasur kurrë në dorë. Mira hyn në llogarinë e saj kryesore. Për këtë do të vijë një njoftim; ajo mund ta shpjegojë me formularin. Ju vetëm shikoni, dhe nuk ndryshoni asgjë.\n\nKa kohë për tri gjëra.\n",
   "choices": {
    "a": {
     "do": "Bateria dhe përdorimi i të dhënave në telefon",
     "then": "Bateria mbaron më shpejt se vjet. Është pyetje, jo përgjigje: një bateri e dobët vetëm nuk provon asgjë."
    },
    "b": {
     "do": "Lista e pajisjeve që janë brenda llogarisë",
     "then": "Katër pajisje. Mira njeh dy, dhe kompjuterin tuaj. E katërta është një tablet, aktiv për herë të fundit dje në 22:10. Nuk përputhet. Ju shkruani „tablet i panjohur“ dhe jo „i tij“: kaq dini."
    },
    "c": {
     "do": "Adresa dhe numri i rikthimit të llogarisë",
     "then": "Numri i rikthimit mbaron me 41. Është i tij. Kush e merr kodin e rikthimit, mund të hyjë sërish nesër, cilido fjalëkalim që vihet sot."
    },
    "d": {
     "do": "Anëtarët e albumit të përbashkët të fotografive",
     "then": "Albumi ka mbetur i përbashkët që nga pushimet e fundit, dhe fotografitë tregojnë ku janë bërë. Për këtë nuk duhet softuer përgjimi: keqpërdoren edhe funksione të zakonshme."
    }
   }
  },
  "save": {
   "title": "T’i nxjerrim të gjithë?",
   "text": "Mira i lexon shënimet tuaja. „Atëherë nxirreni. Tani. Nga të gjitha.“\n",
   "choices": {
    "a": {
     "do": "Nxirrni nga llogaria të gjitha pajisjet e panjohura",
     "then": "Tableti në banesën e tij hesht në këtë minutë, dhe bashkë me të zhduket rreshti i listës që e tregonte. Ai mund ta vërejë sonte, dhe provën nuk e ka ruajtur askush."
    },
    "b": {
     "do": "Dërgojini fotografitë e listave në telefonin e saj",
     "then": "Fotografitë arrijnë në telefonin që ai e shikon çdo mbrëmje, dhe në albumin e përbashkët. I fshini bashkë; nëse i ka parë dikush, nuk e dini."
    },
    "c": {
     "do": "Së pari shkruani çfarë patë, me datë dhe orë, dhe ruani këtu fotografi të listave, nëse ajo pajtohet",
     "then": "Tri fotografi dhe gjashtë rreshta në ditar. Një kopje mbetet në zyrë, ku ai nuk vjen. Ajo që ndryshohet më vonë, mund të tregohet ende."
    }
   }
  },
  "plan": {
   "title": "Çfarë ndryshohet, dhe kur?",
   "text": "Tani e dini çfarë nuk përputhet. Mira pyet: „Dhe tani? Çfarë të ndryshoj?“\n",
   "choices": {
    "a": {
     "do": "Këshilloni një telefon të ri me llogarinë e vjetër",
     "then": "Një telefon i ri me cilësimet e llogarisë së vjetër i mban hapur dyert e vjetra. Dhe një telefon të ri ai e sheh."
    },
    "b": {
     "do": "Planifikojeni: një ditë kur ai është në punë, nga kompjuteri i motrës, së pari e-maili kryesor, pastaj rikthimi, pajisjet e tjera, hapi i dytë",
     "then": "Të enjten në dhjetë, me motrën pranë. Radha është në një fletë që mbetet këtu. Mira merr frymë: „Pra sonte nuk duhet të ndodhë asgjë.“",
     "late": "Dita është caktuar, por radha është biseduar vetëm përgjysmë kur ajo duhet të ngrihet. Më mirë se asgjë; për pjesën tjetër do t’ju thërrasë motra."
    },
    "c": {
     "do": "Ndryshoni sot fjalëkalimin e e-mailit kryesor, të tjerat më vonë",
     "then": "Këtë mbrëmje tableti i tij do ta kërkojë fjalëkalimin e ri. Numri i tij është ende rruga e kthimit. Kështu ai e merr vesh, dhe nuk mbetet as jashtë."
    }
   }
  },
  "leaving": {
   "title": "Para se të ikë",
   "text": "Mira e ka veshur pallton. Telefonin e ka përsëri në dorë. Pas gjysmë ore është në shtëpi.\n",
   "choices": {
    "a": {
     "do": "Zbrazni bashkë historikun e telefonit, që ai të mos gjejë asgjë",
     "then": "Edhe një historik i zbrazur papritur është një mesazh. Ai mund ta pyesë sonte çfarë kishte për të fshehur."
    },
    "b": {
     "do": "Jepini një fletëpalosje me të gjithë hapat, ta lexojë në shtëpi",
     "then": "Te dera ajo jua kthen: „Ku ta vë këtë?“ Duhej ta kishit pyetur më parë."
    },
    "c": {
     "do": "Merruni vesh: sonte ajo e përdor telefonin si gjithmonë, për gjëra neutrale; si e merrni vesh se është mirë; çfarë thotë nëse ai pyet për formularin",
     "then": "Nesër në mesditë ajo do t’i shkruajë zyrës: „Formulari u dërgua“. Nëse nuk vjen gjë, bëni atë që keni biseduar me të. Ikën pak më e lehtë se sa erdhi.",
     "late": "E thoni te shkallët, përgjysmë, ndërsa ajo tashmë vrapon. Është vonë, dhe edhe këtë ai e vëren."
    }
   }
  }
 },
 "endings": {
  "passed": "Sonte telefoni i Mirës duket si gjithmonë. Në zyrën tuaj janë një ditar, tri fotografi dhe një plan me ditë, radhë dhe një njeri pranë. Së pari siguria, pastaj provat, cilësimet në fund.\n",
  "failed": "Mira është në shtëpi, dhe shumë gjëra janë si më parë. Një pjesë e mbrëmjes shkoi për gjëra që nuk e ndihmojnë. Mësimet 2 dhe 3 tregojnë radhën: së pari siguria, pastaj provat, cilësimet në fund.\n",
  "unsafe": "Sonte u ndryshua diçka që ai mund ta vërejë para se të ketë një plan. Çasti kur dikush e merr sërish në dorë kontrollin e pajisjeve të veta mund të jetë më i rrezikshmi. Ju lutemi shikojeni përsëri mësimin 2, dhe përshkojeni edhe një herë mbrëmjen.\n"
 }
});
