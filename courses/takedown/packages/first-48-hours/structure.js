globalThis.simulation = {
 "languages": [
  {
   "tag": "en",
   "name": "English"
  },
  {
   "tag": "sq",
   "name": "Shqip"
  },
  {
   "tag": "mk",
   "name": "Македонски"
  },
  {
   "tag": "sr-Cyrl",
   "name": "Српски (ћирилица)"
  },
  {
   "tag": "sr-Latn",
   "name": "Srpski (latinica)"
  },
  {
   "tag": "bs",
   "name": "Bosanski"
  },
  {
   "tag": "cnr",
   "name": "Crnogorski"
  }
 ],
 "best": 18,
 "startsAt": 600,
 "deadline": 2880,
 "days": 3,
 "pass": 70,
 "first": "call",
 "steps": {
  "call": {
   "choices": [
    {
     "id": "a",
     "minutes": 15,
     "points": 0,
     "next": "evidence"
    },
    {
     "id": "b",
     "minutes": 10,
     "points": 0,
     "unsafe": true,
     "next": "evidence"
    },
    {
     "id": "c",
     "minutes": 30,
     "points": 2,
     "next": "evidence"
    }
   ]
  },
  "evidence": {
   "choices": [
    {
     "id": "a",
     "minutes": 420,
     "points": 0,
     "next": "routes"
    },
    {
     "id": "b",
     "minutes": 45,
     "points": 2,
     "next": "routes"
    },
    {
     "id": "c",
     "minutes": 20,
     "points": 0,
     "next": "routes"
    }
   ]
  },
  "routes": {
   "picks": 3,
   "then": "notice",
   "choices": [
    {
     "id": "a",
     "minutes": 30,
     "points": 0
    },
    {
     "id": "b",
     "minutes": 45,
     "points": 2
    },
    {
     "id": "c",
     "minutes": 30,
     "points": 2
    },
    {
     "id": "d",
     "minutes": 20,
     "points": 0,
     "unsafe": true
    },
    {
     "id": "e",
     "minutes": 30,
     "points": 2
    }
   ]
  },
  "notice": {
   "choices": [
    {
     "id": "a",
     "minutes": 5,
     "points": 0,
     "next": "evening"
    },
    {
     "id": "b",
     "minutes": 20,
     "points": 0,
     "next": "evening"
    },
    {
     "id": "c",
     "minutes": 30,
     "points": 2,
     "next": "evening",
     "late": {
      "after": 420,
      "points": 1
     }
    }
   ]
  },
  "evening": {
   "choices": [
    {
     "id": "a",
     "minutes": 360,
     "points": 0,
     "next": "refusal"
    },
    {
     "id": "b",
     "minutes": 20,
     "points": 2,
     "next": "refusal"
    },
    {
     "id": "c",
     "minutes": 5,
     "points": 0,
     "next": "refusal"
    }
   ]
  },
  "refusal": {
   "notBefore": 1500,
   "choices": [
    {
     "id": "a",
     "minutes": 10,
     "points": 0,
     "next": "due"
    },
    {
     "id": "b",
     "minutes": 40,
     "points": 2,
     "next": "due"
    },
    {
     "id": "c",
     "minutes": 5,
     "points": 0,
     "next": "due"
    }
   ]
  },
  "due": {
   "notBefore": 2820,
   "choices": [
    {
     "id": "a",
     "minutes": 5,
     "points": 0,
     "next": "end"
    },
    {
     "id": "b",
     "minutes": 10,
     "points": 0,
     "next": "end"
    },
    {
     "id": "c",
     "minutes": 40,
     "points": 2,
     "next": "end"
    }
   ]
  }
 }
};
