globalThis.simulationTexts({
 "words": {
  "fictional": "Izmišljen slučaj napisan za obuku. Svaka sličnost sa stvarnom osobom je slučajna.",
  "language": "Jezik",
  "beginning": "Pre nego što počnete",
  "how": "Odluke donosite Vi. Svaka odluka traje neko vreme na satu koji je deo priče; što učinite prekasno, vredi manje. Niko ne meri koliko dugo razmišljate. Možete stati u svakom trenutku i nastaviti kasnije, i proći sve ponovo koliko god puta želite.",
  "safeDevice": "Ako se bojite da se ovaj uređaj nadzire, stanite i koristite drugi uređaj.",
  "begin": "Počnite",
  "ask": "Šta radite?",
  "askSeveral": "Šta radite? Izaberite {n}, jedno za drugim.",
  "consequence": "Šta je od toga ispalo",
  "goOn": "Nastavite",
  "time": "Sada je {time}.",
  "dayAndTime": "Dan {day}, {time}.",
  "left": "Preostalo vreme: {duration} ({deadline}).",
  "over": "Vreme je isteklo ({deadline}).",
  "minutes": "{n} min",
  "hours": "{n} č",
  "result": "Vaš rezultat",
  "passed": "{score} od 100. Položeno; bilo je potrebno {pass}.",
  "failed": "{score} od 100. Nije položeno; potrebno je {pass}.",
  "way": "Vaš put",
  "verdictGood": "Dobar izbor",
  "verdictPartly": "Delimično ispravno.",
  "verdictLittle": "Nije pomoglo.",
  "verdictLate": "Stiglo je prekasno.",
  "verdictUnsafe": "Dovelo je nekoga u opasnost. S takvim izborom niko ne polaže.",
  "again": "Prođite ponovo",
  "kept": "Svaki korak se čuva. Možete izaći u svakom trenutku i nastaviti tamo gde ste stali.",
  "handedOver": "Platforma za učenje ima Vaš najbolji rezultat: {best} od 100.",
  "notKept": "Ova stranica nije povezana s platformom za učenje. Možete proći kroz sve; ništa se ne čuva.",
  "reviewed": "Ovo ste već završili. Vaš rezultat ostaje; ovaj put se ništa ne čuva.",
  "saveFailed": "Platforma za učenje nije primila poslednji korak. Možda nije sačuvan."
 },
 "title": "Jedno veče s jednim telefonom",
 "intro": "Imate večernje dežurstvo u savetovalištu. U 18:00 dolazi Mira sa svojim telefonom. Ima zakazan termin zbog jednog obrasca; partner zna da je ovde, i zašto.\n\nNeke stvari na njenom telefonu se ne uklapaju. On ga pregleda svake večeri. U 20:15 ona mora da krene, da bi kod kuće bila kao obično.\n",
 "deadline": "u 20:15 Mira mora da krene",
 "steps": {
  "arrival": {
   "title": "Telefon na stolu",
   "text": "Mira stavlja telefon na Vaš sto. „Stiglo je obaveštenje o prijavi koja nije bila moja. I on zna stvari koje nikome nisam rekla.” Gura ga prema Vama. „Molim Vas, uradite nešto.”\n",
   "choices": {
    "a": {
     "do": "Prvo potražite špijunski softver na telefonu",
     "then": "Pretraga traje sat vremena i ne nalazi ništa. To ništa ne dokazuje: takav softver se teško nalazi, a ono što radite na nadziranom telefonu može se videti."
    },
    "b": {
     "do": "Ostavite telefon u drugoj prostoriji i postavite četiri pitanja: koji je uređaj bezbedan, ko ima pristup, šta se dešava ako on primeti promenu, šta ona prvo želi",
     "then": "Telefon je u susednoj sobi. Mira kaže: tablet je nekada bio njen, a sada je kod njega. Da nešto primeti, ispitivao bi je celu noć. Ona želi da zna šta on vidi, i da danas ništa ne menja."
    },
    "c": {
     "do": "Promenite šifru telefona, da večeras ne može da uđe",
     "then": "Šifra je nova. Mira bledi: „U deset će hteti da ga pogleda.” Zaključavanje koje se pojavi preko noći govori mu da se nešto dešava."
    }
   }
  },
  "look": {
   "title": "Šta gledate?",
   "text": "Vaš računar on nikada nije imao u rukama. Mira se prijavljuje na svoj glavni nalog. O tome će stići obaveštenje; ona može da ga objasni obrascem. Vi samo gledate i ništa ne menjate.\n\nIma vremena za tri stvari.\n",
   "choices": {
    "a": {
     "do": "Baterija i potrošnja podataka na telefonu",
     "then": "Baterija se prazni brže nego lane. To je pitanje, a ne odgovor: slaba baterija sama ne dokazuje ništa."
    },
    "b": {
     "do": "Spisak prijavljenih uređaja",
     "then": "Četiri uređaja. Mira prepoznaje dva, i Vaš računar. Četvrti je tablet, poslednji put aktivan juče u 22:10. On se ne uklapa. Pišete „nepoznat tablet”, a ne „njegov”: toliko znate."
    },
    "c": {
     "do": "Adresa i broj za oporavak",
     "then": "Broj za oporavak završava se sa 41. Njegov je. Ko prima kod za oporavak, sutra može ponovo da uđe, koju god lozinku danas postavite."
    },
    "d": {
     "do": "Članovi deljenog albuma s fotografijama",
     "then": "Album je ostao deljen od poslednjeg letovanja, a fotografije pokazuju gde su snimljene. Za to nije potreban špijunski softver: zloupotrebljavaju se i obične funkcije."
    }
   }
  },
  "save": {
   "title": "Izbaciti sve?",
   "text": "Mira čita Vaše beleške. „Onda ga izbacite. Sada. Iz svega.”\n",
   "choices": {
    "a": {
     "do": "Odjavite sve nepoznate uređaje",
     "then": "Tablet u njegovom stanu tog trenutka utihne, a s njim nestaje i red koji ga je pokazivao. On to može primetiti večeras, a dokaz niko nije sačuvao."
    },
    "b": {
     "do": "Pošaljite joj slike spiskova na njen telefon",
     "then": "Slike stižu na telefon koji on pregleda svake večeri, i u deljeni album. Zajedno ih brišete; da li ih je neko video, ne znate."
    },
    "c": {
     "do": "Prvo zapišite šta ste videli, sa datumom i vremenom, i sačuvajte slike spiskova ovde, ako se ona slaže",
     "then": "Tri slike i šest redova u dnevniku. Jedna kopija ostaje u kancelariji, gde on ne dolazi. Ono što se kasnije promeni i dalje može da se pokaže."
    }
   }
  },
  "plan": {
   "title": "Šta se menja, i kada?",
   "text": "Sada znate šta se ne uklapa. Mira pita: „I sada? Šta da promenim?”\n",
   "choices": {
    "a": {
     "do": "Preporučite novi telefon sa starim nalogom",
     "then": "Novi telefon sa starim podešavanjima naloga drži stara vrata otvorena. A novi telefon on vidi."
    },
    "b": {
     "do": "Napravite plan: dan kada je on na poslu, sa sestrinog računara, prvo glavna imejl adresa, pa oporavak, drugi uređaji, drugi korak",
     "then": "Četvrtak u deset, sa sestrom pored nje. Redosled je na listu koji ostaje ovde. Mira odahne: „Znači, večeras ne mora ništa da se desi.”",
     "late": "Dan je dogovoren, ali redosled ste prošli samo do pola kada ona mora da ustane. Bolje nego ništa; za ostalo će Vas pozvati sestra."
    },
    "c": {
     "do": "Promenite lozinku glavne imejl adrese danas, ostalo kasnije",
     "then": "Večeras će njegov tablet tražiti novu lozinku. Njegov broj je i dalje put nazad. Tako on saznaje, a ne ostaje ni napolju."
    }
   }
  },
  "leaving": {
   "title": "Pre nego što ode",
   "text": "Mira je obukla kaput. Telefon joj je ponovo u ruci. Za pola sata je kod kuće.\n",
   "choices": {
    "a": {
     "do": "Ispraznite zajedno istoriju telefona, da on ništa ne nađe",
     "then": "I istorija koja je odjednom prazna jeste poruka. On može večeras da pita šta je imala da krije."
    },
    "b": {
     "do": "Dajte joj letak sa svim koracima, da ga pročita kod kuće",
     "then": "Na vratima Vam ga vraća: „Gde da stavim ovo?” Trebalo je da pitate pre toga."
    },
    "c": {
     "do": "Dogovorite se: večeras koristi telefon kao i uvek, za neutralne stvari; kako ćete saznati da je dobro; šta će reći ako on pita za obrazac",
     "then": "Sutra u podne napisaće kancelariji: „Obrazac je poslat”. Ako ništa ne stigne, radite ono što ste s njom dogovorili. Odlazi malo lakša nego što je došla.",
     "late": "Govorite to na stepenicama, do pola, dok ona već trči. Kasni, a i to on primećuje."
    }
   }
  }
 },
 "endings": {
  "passed": "Večeras Mirin telefon izgleda kao i uvek. U Vašoj kancelariji su dnevnik, tri slike i plan sa danom, redosledom i nekim ko je uz nju. Prvo bezbednost, pa dokazi, podešavanja na kraju.\n",
  "failed": "Mira je kod kuće, i mnogo toga je kao što je bilo. Deo večeri otišao je na stvari koje joj ne pomažu. Lekcije 2 i 3 pokazuju redosled: prvo bezbednost, pa dokazi, podešavanja na kraju.\n",
  "unsafe": "Večeras je promenjeno nešto što on može primetiti pre nego što postoji plan. Trenutak kada neko vraća kontrolu nad svojim uređajima može biti najopasniji. Pogledajte ponovo lekciju 2 i prođite kroz veče još jednom.\n"
 }
});
