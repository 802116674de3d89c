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
 "title": "Prvih 48 sati",
 "intro": "Radite na SOS telefonu. Prvi je dan, 10:00. Lea, 27 godina, zove sa službenog telefona na poslu, gdje može da govori.\n\nJutros je prijateljica našla njene slike na dvije platforme. Bivši partner joj je time prijetio. Imate dva dana.\n",
 "deadline": "prvih 48 sati",
 "steps": {
  "call": {
   "title": "„Samo neka nestane”",
   "text": "„Na dvije stranice je. Zar ne možete jednostavno da prijavite? Samo neka nestane.”\n",
   "choices": {
    "a": {
     "do": "Odmah prijavite obje stranice dugmetom",
     "then": "Jedna stranica nestaje za sat vremena, a s njom adresa i nalog. Niko ih nije zapisao."
    },
    "b": {
     "do": "Tražite da Vam pošalje slike, da znate o čemu je riječ",
     "then": "Lea zaćuti. Onda stižu, s njenog privatnog naloga. Nijesu Vam trebale, a sada su na još jednom mjestu. Niko ne treba da šalje intimne slike da bi dobio pomoć."
    },
    "c": {
     "do": "Prvo postavite šest pitanja: opasnost, uzrast na slikama, njena želja, dokazi, gdje tačno, ko može da ih vidi",
     "then": "Danas nema opasnosti; on je u inostranstvu. Na svim slikama je imala više od 25 godina. Želi uklanjanje, i da policija ostane otvorena mogućnost. Kažete joj da od sada gledate Vi."
    }
   }
  },
  "evidence": {
   "title": "Prije nego što nešto nestane",
   "text": "U listu slučaja su dva linka. Što se ukloni, može biti izgubljeno i za policiju.\n",
   "choices": {
    "a": {
     "do": "Zamolite Leu da do večeri sama potraži sva mjesta",
     "then": "Traži sedam sati, sama. Uveče ima još jedan link i ne može da prestane da plače. Dan je gotovo prošao."
    },
    "b": {
     "do": "Za svako mjesto zapišite adresu, nalog, datum i vrijeme, sa slikom ekrana na kojoj je sama fotografija prekrivena; recite joj da samo organ može tražiti čuvanje podataka",
     "then": "Tri mjesta, jer jedan rezultat pretrage vodi do prve stranice. Lea razmišlja da ode u policiju prije nego što se prijave pošalju, a koleginica može poći s njom."
    },
    "c": {
     "do": "Preuzmite slike na svoj računar kao dokaz",
     "then": "Intimne slike sada su na Vašem računaru. Gdje su bile, otkad i od koga, datoteke ne kažu; a upravo je to važno."
    }
   }
  },
  "routes": {
   "title": "Tri puta",
   "text": "Danas ima vremena za tri puta, pored prijave drugoj platformi.\n",
   "choices": {
    "a": {
     "do": "Take It Down organizacije NCMEC, sa svim slikama",
     "then": "Usluga je za slike osoba koje su imale manje od 18 godina. Lea je na svima bila punoljetna. Pola sata je otišlo."
    },
    "b": {
     "do": "Prijava platformi A preko obrasca za intimne slike, kao njena zastupnica, s pisanim ovlašćenjem",
     "then": "Obrazac prima više adresa i pita za Vaše ovlašćenje. Lea je potpisala jednu stranicu. Po zakonu SAD zastupnica može podnijeti takav zahtjev kada zakon obuhvata platformu."
    },
    "c": {
     "do": "StopNCII: heš pravi sama, na uređaju koji koristi samo ona",
     "then": "Slike ostaju na njenom uređaju; napušta ga samo heš. Broj slučaja i PIN ne mogu se povratiti. Ona ih zapisuje, a papir daje sestri."
    },
    "d": {
     "do": "Pišite bivšem partneru i tražite da sve obriše",
     "then": "Za nekoliko minuta on piše Lei: „Znači, rekla si nekome.” Sada zna, a to nije odlučila ona."
    },
    "e": {
     "do": "Tražite od Google pretrage da ukloni rezultate, sa svakom adresom",
     "then": "Sklanja se putokaz, ne stranica. Navodite adresu stranice i adresu slike; razmatra se samo ono što je navedeno."
    }
   }
  },
  "notice": {
   "title": "Prijava platformi B",
   "text": "Platforma B ima samo obrazac s jednim velikim poljem. Šta pišete? Od 17:00 danas Vaša kancelarija je prazna do sjutra.\n",
   "choices": {
    "a": {
     "do": "„Odmah obrišite sve o mojoj klijentkinji. Ovo je sramota.”",
     "then": "Automatski odgovor: „Nijesmo našli sadržaj.” Nije bilo ni adrese, ni razloga, ni imena."
    },
    "b": {
     "do": "Priložite sve slike i kopiju njene lične karte, da niko nema pitanja",
     "then": "Niko ih nije tražio. Sada su slike i lična karta kod još jedne kompanije, a adrese i dalje nedostaju."
    },
    "c": {
     "do": "Zašto je nezakonito, svaka adresa, ko piše i s kojim ovlašćenjem, dobra vjera, datum i potpis",
     "then": "Deset trezvenih redova. Ako zakon SAD obuhvata platformu, ima 48 sati od ovog valjanog zahtjeva. Sat zapisujete u list.",
     "late": "Deset trezvenih redova, ali više nema nikoga ko može potpisati. Odlaze sljedećeg jutra, a sati teku tek od tada."
    }
   }
  },
  "evening": {
   "title": "Veče prvog dana",
   "text": "Prijave su poslate. Lea pita: „A večeras?”\n",
   "choices": {
    "a": {
     "do": "Gledajte svakog sata da li je nestalo",
     "then": "U ponoć gledate šesti put. Ništa se nije promijenilo, osim što ste sjutra iscrpljeni."
    },
    "b": {
     "do": "Popunite list slučaja: referenca, kada se čeka odgovor, sljedeći korak, ko i kada; recite Lei kada će se čuti s Vama",
     "then": "Sjutra u jedanaest gledate Vi, trećeg dana u devet koleginica. Lea isključuje telefon. „Onda ja ne moram da gledam.”"
    },
    "c": {
     "do": "Čekajte odgovore na e-mail",
     "then": "Ako neki stigne, dobro. Ako ne stigne nijedan, niko to neće primijetiti na vrijeme."
    }
   }
  },
  "refusal": {
   "title": "„Nema kršenja”",
   "text": "Drugi dan, prije podne. Platforma A je uklonila svoju stranicu. Platforma B odgovara: „Sadržaj ne krši naše standarde.”\n",
   "choices": {
    "a": {
     "do": "Pošaljite isti tekst ponovo, oštrije",
     "then": "Isti odgovor, sat kasnije. Glasnije nije korak."
    },
    "b": {
     "do": "Žalba s razlozima: koje pravilo, zašto je prepoznatljiva, bez pristanka; uz to druga vrata iste platforme",
     "then": "Žalba navodi pravilo i raniju referencu. Kod usluga pod Aktom EU o digitalnim uslugama prigovor je besplatan, a odluka stiže s obrazloženjem. Zapisujete oba datuma."
    },
    "c": {
     "do": "Recite Lei da se tamo više ništa ne može",
     "then": "Nije tako. Ima još prečki: druga vrata, žalba, nadležni organ, pravna pomoć ili policija."
    }
   }
  },
  "due": {
   "title": "Treći dan, devet sati",
   "text": "Sati su gotovo istekli. Platforma B još nije odgovorila na žalbu.\n",
   "choices": {
    "a": {
     "do": "Zatvorite slučaj: jedna stranica je nestala, a učinili ste šta ste mogli",
     "then": "Za dvije sedmice pojavljuje se kopija, a niko ne gleda. Slučaj se zatvara s njom, ne bez nje."
    },
    "b": {
     "do": "Zamolite Leu da sama pogleda da li je još tamo",
     "then": "Gleda, i do kraja dana ne vidi ništa drugo. Gledanje je trebalo skinuti s njenih leđa."
    },
    "c": {
     "do": "Provjerite svaku adresu s lista, pređite na sljedeću prečku za platformu B, javite Lei svaki rezultat, odredite datume za ponovno gledanje",
     "then": "Nestalo, nestalo iz rezultata, još je tamo. Za treće šaljete list nadležnom organu. Lea zna šta je otvoreno i kada će se čuti s Vama."
    }
   }
  }
 },
 "endings": {
  "passed": "Nakon dva dana jedne stranice i rezultata pretrage više nema, ostalo ima datum i sljedeći korak. Lea je odlučivala, i nije morala da traži. Tako izgleda dobar rad na uklanjanju: nije nestalo sve, i ništa nije zaboravljeno.\n",
  "failed": "Nakon dva dana nečega više nema, drugo je otvoreno, a niko tačno ne zna šta i dokle. Lekcije 1, 2 i 6 pokazuju redosljed: pitanja, dokazi, putevi, potpuna prijava, datum.\n",
  "unsafe": "Jedan od koraka oduzeo je Lei nešto: njene slike su na još jednom mjestu, ili on zna više nego što je htjela. Uklanjanje je ne smije dovesti u opasnost. Pogledajte ponovo lekciju 1 i prođite kroz dva dana još jednom.\n"
 }
});
