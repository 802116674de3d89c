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
 "title": "Jedna večer s jednim telefonom",
 "intro": "Imate večernje dežurstvo u savjetovalištu. U 18:00 dolazi Mira sa svojim telefonom. Ima zakazan termin zbog jednog obrasca; partner zna da je ovdje, i zašto.\n\nNeke stvari na njenom telefonu se ne uklapaju. On ga pregleda svake večeri. U 20:15 ona mora krenuti, da bi kod kuće bila kao obično.\n",
 "deadline": "u 20:15 Mira mora krenuti",
 "steps": {
  "arrival": {
   "title": "Telefon na stolu",
   "text": "Mira stavlja telefon na Vaš sto. „Stigla je obavijest o prijavi koja nije bila moja. I on zna stvari koje nikome nisam rekla.” Gura ga prema Vama. „Molim Vas, uradite nešto.”\n",
   "choices": {
    "a": {
     "do": "Prvo potražite špijunski softver na telefonu",
     "then": "Pretraga traje sat vremena i ne nalazi ništa. To ništa ne dokazuje: takav softver se teško nalazi, a ono što radite na nadziranom telefonu može se vidjeti."
    },
    "b": {
     "do": "Ostavite telefon u drugoj prostoriji i postavite četiri pitanja: koji je uređaj siguran, ko ima pristup, šta se dešava ako on primijeti promjenu, šta ona prvo želi",
     "then": "Telefon je u susjednoj sobi. Mira kaže: tablet je nekada bio njen, a sada je kod njega. Da nešto primijeti, ispitivao bi je cijelu noć. Ona želi znati šta on vidi, i danas ništa ne mijenjati."
    },
    "c": {
     "do": "Promijenite šifru telefona, da večeras ne može ući",
     "then": "Šifra je nova. Mira blijedi: „U deset će ga htjeti pogledati.” Zaključavanje koje se pojavi preko noći govori mu da se nešto dešava."
    }
   }
  },
  "look": {
   "title": "Šta gledate?",
   "text": "Vaš računar on nikada nije imao u rukama. Mira se prijavljuje na svoj glavni račun. O tome će stići obavijest; ona je može objasniti obrascem. Vi samo gledate i ništa ne mijenjate.\n\nIma vremena za tri stvari.\n",
   "choices": {
    "a": {
     "do": "Baterija i potrošnja podataka na telefonu",
     "then": "Baterija se prazni brže nego lani. To je pitanje, a ne odgovor: slaba baterija sama ne dokazuje ništa."
    },
    "b": {
     "do": "Spisak prijavljenih uređaja",
     "then": "Četiri uređaja. Mira prepoznaje dva, i Vaš računar. Četvrti je tablet, posljednji put aktivan jučer u 22:10. On se ne uklapa. Pišete „nepoznat tablet”, a ne „njegov”: toliko znate."
    },
    "c": {
     "do": "Adresa i broj za oporavak",
     "then": "Broj za oporavak završava se sa 41. Njegov je. Ko prima kod za oporavak, sutra može ponovo ući, koju god lozinku danas postavite."
    },
    "d": {
     "do": "Članovi dijeljenog albuma s fotografijama",
     "then": "Album je ostao dijeljen od posljednjeg ljetovanja, a fotografije pokazuju gdje su snimljene. Za to nije potreban špijunski softver: zloupotrebljavaju se i obične funkcije."
    }
   }
  },
  "save": {
   "title": "Izbaciti sve?",
   "text": "Mira čita Vaše bilješke. „Onda ga izbacite. Sada. Iz svega.”\n",
   "choices": {
    "a": {
     "do": "Odjavite sve nepoznate uređaje",
     "then": "Tablet u njegovom stanu tog trenutka utihne, a s njim nestaje i red koji ga je pokazivao. On to može primijetiti večeras, a dokaz niko nije sačuvao."
    },
    "b": {
     "do": "Pošaljite joj slike spiskova na njen telefon",
     "then": "Slike stižu na telefon koji on pregleda svake večeri, i u dijeljeni album. Zajedno ih brišete; je li ih neko vidio, ne znate."
    },
    "c": {
     "do": "Prvo zapišite šta ste vidjeli, s datumom i vremenom, i sačuvajte slike spiskova ovdje, ako se ona slaže",
     "then": "Tri slike i šest redova u dnevniku. Jedna kopija ostaje u kancelariji, gdje on ne dolazi. Ono što se kasnije promijeni i dalje se može pokazati."
    }
   }
  },
  "plan": {
   "title": "Šta se mijenja, i kada?",
   "text": "Sada znate šta se ne uklapa. Mira pita: „I sada? Šta da promijenim?”\n",
   "choices": {
    "a": {
     "do": "Preporučite novi telefon sa starim računom",
     "then": "Novi telefon sa starim postavkama računa drži stara vrata otvorena. A novi telefon on vidi."
    },
    "b": {
     "do": "Napravite plan: dan kada je on na poslu, sa sestrinog računara, prvo glavna e-mail adresa, pa oporavak, drugi uređaji, drugi korak",
     "then": "Četvrtak u deset, sa sestrom pored nje. Redoslijed je na listu koji ostaje ovdje. Mira odahne: „Znači, večeras se ništa ne mora desiti.”",
     "late": "Dan je dogovoren, ali redoslijed ste prošli samo do pola kada ona mora ustati. Bolje nego ništa; za ostalo će Vas nazvati sestra."
    },
    "c": {
     "do": "Promijenite lozinku glavne e-mail adrese danas, ostalo kasnije",
     "then": "Večeras će njegov tablet tražiti novu lozinku. Njegov broj je i dalje put nazad. Tako on saznaje, a ne ostaje ni vani."
    }
   }
  },
  "leaving": {
   "title": "Prije nego što ode",
   "text": "Mira je obukla kaput. Telefon joj je ponovo u ruci. Za pola sata je kod kuće.\n",
   "choices": {
    "a": {
     "do": "Ispraznite zajedno historiju telefona, da on ništa ne nađe",
     "then": "I historija koja je odjednom prazna jeste poruka. On može večeras pitati šta je imala kriti."
    },
    "b": {
     "do": "Dajte joj letak sa svim koracima, da ga pročita kod kuće",
     "then": "Na vratima Vam ga vraća: „Gdje da stavim ovo?” Trebalo je pitati prije toga."
    },
    "c": {
     "do": "Dogovorite se: večeras koristi telefon kao i uvijek, za neutralne stvari; kako ćete saznati da je dobro; šta će reći ako on pita za obrazac",
     "then": "Sutra u podne napisat će kancelariji: „Obrazac je poslan”. Ako ništa ne stigne, radite ono što ste s njom dogovorili. Odlazi malo lakša nego što je došla.",
     "late": "Govorite to na stepenicama, do pola, dok ona već trči. Kasni, a i to on primjećuje."
    }
   }
  }
 },
 "endings": {
  "passed": "Večeras Mirin telefon izgleda kao i uvijek. U Vašoj kancelariji su dnevnik, tri slike i plan s danom, redoslijedom i nekim ko je uz nju. Prvo sigurnost, pa dokazi, postavke na kraju.\n",
  "failed": "Mira je kod kuće, i mnogo toga je kao što je bilo. Dio večeri otišao je na stvari koje joj ne pomažu. Lekcije 2 i 3 pokazuju redoslijed: prvo sigurnost, pa dokazi, postavke na kraju.\n",
  "unsafe": "Večeras je promijenjeno nešto što on može primijetiti prije nego što postoji plan. Trenutak kada neko vraća kontrolu nad svojim uređajima može biti najopasniji. Pogledajte ponovo lekciju 2 i prođite kroz večer još jednom.\n"
 }
});
