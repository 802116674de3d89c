globalThis.simulationTexts({
 "words": {
  "fictional": "Izmišljen slučaj, napisan za obuku. Svaka sličnost sa stvarnom osobom je slučajna.",
  "language": "Jezik",
  "beginning": "Prije nego što počnete",
  "how": "Odluke donosite Vi. Svaka odluka traje neko vrijeme na satu koji je dio priče; što uradite prekasno, vrijedi manje. Niko ne mjeri koliko dugo razmišljate. Možete stati u svakom trenutku i nastaviti kasnije, i proći sve ponovo koliko god puta želite.",
  "safeDevice": "Ako se bojite da se ovaj uređaj nadzire, stanite i koristite drugi uređaj.",
  "begin": "Počnite",
  "ask": "Šta radite?",
  "askSeveral": "Šta radite? Izaberite {n}, jedno za drugim.",
  "consequence": "Šta je od toga ispalo",
  "goOn": "Nastavite",
  "time": "Sada je {time}.",
  "dayAndTime": "Dan {day}, {time}.",
  "left": "Preostalo vrijeme: {duration} ({deadline}).",
  "over": "Vrijeme je isteklo ({deadline}).",
  "minutes": "{n} min",
  "hours": "{n} h",
  "result": "Vaš rezultat",
  "passed": "{score} od 100. Položeno; bilo je potrebno {pass}.",
  "failed": "{score} od 100. Nije položeno; potrebno je {pass}.",
  "way": "Vaš put",
  "verdictGood": "Dobar izbor",
  "verdictPartly": "Djelimično ispravno.",
  "verdictLittle": "Nije pomoglo.",
  "verdictLate": "Stiglo je prekasno.",
  "verdictUnsafe": "Dovelo je nekoga u opasnost. S takvim izborom niko ne polaže.",
  "again": "Prođite ponovo",
  "kept": "Svaki korak se čuva. Možete izaći u svakom trenutku i nastaviti tamo gdje ste stali.",
  "handedOver": "Platforma za učenje ima Vaš najbolji rezultat: {best} od 100.",
  "notKept": "Ova stranica nije povezana s platformom za učenje. Možete proći kroz sve; ništa se ne čuva.",
  "reviewed": "Ovo ste već završili. Vaš rezultat ostaje; ovaj put se ništa ne čuva.",
  "saveFailed": "Platforma za učenje nije primila posljednji korak. Možda nije sačuvan."
 },
 "title": "Snimak pred ročište",
 "intro": "Radite u službi koja priprema predmete za sud. Sada je 9:00. Sutra sud odlučuje o mjeri zaštite koju je zatražila Hana.\n\nJednoj kolegici su poslali snimak od dvadeset sekundi. Na njemu neko ko liči na Hanu kaže: „Sve sam izmislila.” Do 14:30 Vaša bilješka mora biti u predmetu.\n",
 "deadline": "u 14:30 bilješka mora biti u predmetu",
 "steps": {
  "receive": {
   "title": "Dvadeset sekundi",
   "text": "Kolegica Vam pruža telefon: „Poslala mi je prijateljica. Svi u zgradi ga već imaju.” Slika je mala i pomalo mutna.\n",
   "choices": {
    "a": {
     "do": "Gledate ga iznova i zapisujete šta izgleda čudno",
     "then": "Nakon sat vremena imate stranicu utisaka. Kada ljudi od oka sude o dobrim falsifikatima, to je blizu pogađanju. A Hana još ništa ne zna."
    },
    "b": {
     "do": "Šaljete ga timu i tražite mišljenja",
     "then": "Sada ga ima još dvanaest ljudi, a neko od njih ga je proslijedio dalje. Što se proslijedi, ne vraća se, a Hana na to nije pristala."
    },
    "c": {
     "do": "Tražite da ga niko ne prosljeđuje, i zovete Hanu: je li sigurna, zna li za njega, šta želi?",
     "then": "Hana ga nije vidjela. Kod majke je i sigurna. „To nikad nisam rekla. Molim Vas, saznajte odakle je.” Odatle nastavljate."
    }
   }
  },
  "trace": {
   "title": "Odakle dolazi?",
   "text": "Na kolegičinom telefonu je kopija koja je više puta proslijeđena.\n",
   "choices": {
    "a": {
     "do": "Tražite od svih u nizu da Vam pošalju svoju datoteku porukom",
     "then": "Stižu četiri datoteke, svaka manja od prethodne. Svako prosljeđivanje ih je moglo izmijeniti. Ali saznajete jedno ime: prva je bila rodica, Dora."
    },
    "b": {
     "do": "Idete telefonom unazad, osobu po osobu: od koga, kada, i ko je bio prije toga",
     "then": "Četiri poziva. Niz se završava kod Dore, rodice. Snimak je dobila sinoć u 21:14 s računa koji niko ne poznaje. Još je na njenom telefonu."
    },
    "c": {
     "do": "Radite s kopijom koju imate; vremena je malo",
     "then": "Radite s kopijom kopije. Odakle dolazi, u bilješci nećete moći reći."
    }
   }
  },
  "source": {
   "title": "Ko je snimak prvi primio",
   "text": "Dora živi na drugom kraju grada. Uznemirena je i spremna pomoći.\n",
   "choices": {
    "a": {
     "do": "Stavljate snimak u besplatnu uslugu za otkrivanje na internetu",
     "then": "„91% lažno.” Šta je ispitano i kako, niko ne kaže. Detektori i prave snimke telefonskog kvaliteta označavaju kao lažne. A Hanin lik sada ima neko nepoznat."
    },
    "b": {
     "do": "Telefonom molite Doru da ništa ne briše, i da Vam pročita račun i vrijeme",
     "then": "Imate račun i vrijeme, a poruka ostaje na njenom telefonu. Šta kaže sama datoteka, ne vidite."
    },
    "c": {
     "do": "Odlazite tamo, gledate poruku na njenom telefonu, zapisujete račun, uređaj i vrijeme, preuzimate datoteku i zapisujete njen heš",
     "then": "Račun, uređaj, vrijeme i heš su zapisani. Od sada se može pokazati da datoteka nije mijenjana. Je li istina ono što pokazuje, heš ne kaže."
    }
   }
  },
  "compare": {
   "title": "Dvije provjere",
   "text": "Prije nego što pišete, ima vremena za dvije provjere. Koje?\n",
   "choices": {
    "a": {
     "do": "Brojite vidljive znakove: ivice, sjene, usne",
     "then": "Glatka koža, usne koje idu ispred zvuka. I jedno i drugo dolazi i od običnog telefona pri slabom svjetlu. Imate broj, a nemate odgovor."
    },
    "b": {
     "do": "Poredite sa svijetom: prostorija, kalendar na zidu, drugi snimci",
     "then": "Hanina majka poznaje kuhinju. U proljeće je okrečena u zeleno; na snimku je bijela, a kalendar pokazuje prošlu godinu. To se ne uklapa u ono što se tvrdi, i neko to može provjeriti."
    },
    "c": {
     "do": "Pitate petero kolega i slijedite većinu",
     "then": "Troje kaže pravo, dvoje lažno. Toliko ste znali i prije. Glasovi nisu dokazi."
    },
    "d": {
     "do": "Čitate šta datoteka kaže o sebi: podatke, potpisane potvrde",
     "then": "Vrijeme u datoteci je sinoćnje. Potvrda nema, a to ne kaže ništa: mnoge datoteke ih nemaju. Indicija, ništa više; kao takva ide u bilješku."
    }
   }
  },
  "words": {
   "title": "Šta pišete?",
   "text": "Obrazac ima red: „Rezultat ispitivanja”.\n",
   "choices": {
    "a": {
     "do": "„Snimak je lažan.”",
     "then": "Na ročištu neko pita otkud znate. Znate da se neke stvari ne uklapaju. Kako je snimak napravljen, ne znate."
    },
    "b": {
     "do": "„Nema tragova manipulacije. Autentično.”",
     "then": "„Autentično” obećava više nego što je iko mogao vidjeti za pola dana. I koristi se protiv Hane."
    },
    "c": {
     "do": "„Indicije, nedovoljne za zaključak”, a uz to: šta je ispitano, šta nije, šta nedostaje, ko treba pogledati dalje",
     "then": "Jedna stranica: porijeklo koliko je poznato, šta se ne uklapa, šta ostaje otvoreno, laboratorija ako strane to ospore. Važi sutra, a i za godinu dana.",
     "late": "Stranica je dobra, i stiže poslije 14:30. Predmet je otišao u sud bez nje; sutra je nosite na vrata."
    }
   }
  },
  "handover": {
   "title": "Posljednji poziv",
   "text": "Bilješka je napisana. Hana čeka.\n",
   "choices": {
    "a": {
     "do": "Zovete je: šta je napisano, da je nesigurnost u snimku a ne u njoj, šta se dešava sutra i šta može početi sada",
     "then": "„Znači, ne kažete da lažem.” Ne. Ona zna šta je sutra čeka, i ne čuje to prvi put u sudnici."
    },
    "b": {
     "do": "Šaljete joj tehnički dio e-mailom",
     "then": "Dvije stranice o hešu i kompresiji, noću, sama. Ujutro zove: „Je li to dobro ili loše?”"
    },
    "c": {
     "do": "Ostavljate to sudu",
     "then": "Za snimak čuje u sudnici, od druge strane. To se moglo izbjeći."
    }
   }
  }
 },
 "endings": {
  "passed": "U predmetu je bilješka koja ne kaže više nego što znate, i kaže otkud to znate. Sud može s njom raditi, a Hani je rečeno prije toga.\n",
  "failed": "U predmetu je bilješka, ali se oslanja na malo toga, ili kaže više nego što se zna, ili je stigla kasno. Lekcije 3 i 5 pokazuju put: prvo čovjek, pa porijeklo, oko na kraju.\n",
  "unsafe": "Zbog Vas je snimak otišao kod više ljudi, bez Haninog pristanka. To se ne može vratiti, šta god pisalo u bilješci. Pogledajte ponovo prvi od sedam koraka u lekciji 3 i prođite kroz dan još jednom.\n"
 }
});
