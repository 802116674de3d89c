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
 "best": 14,
 "startsAt": 540,
 "deadline": 330,
 "days": 1,
 "pass": 70,
 "first": "receive",
 "steps": {
  "receive": {
   "choices": [
    {
     "id": "a",
     "minutes": 60,
     "points": 0,
     "next": "trace"
    },
    {
     "id": "b",
     "minutes": 5,
     "points": 0,
     "unsafe": true,
     "next": "trace"
    },
    {
     "id": "c",
     "minutes": 20,
     "points": 2,
     "next": "trace"
    }
   ]
  },
  "trace": {
   "choices": [
    {
     "id": "a",
     "minutes": 20,
     "points": 1,
     "next": "source"
    },
    {
     "id": "b",
     "minutes": 90,
     "points": 2,
     "next": "source"
    },
    {
     "id": "c",
     "minutes": 5,
     "points": 0,
     "next": "compare"
    }
   ]
  },
  "source": {
   "choices": [
    {
     "id": "a",
     "minutes": 15,
     "points": 0,
     "next": "compare"
    },
    {
     "id": "b",
     "minutes": 15,
     "points": 1,
     "next": "compare"
    },
    {
     "id": "c",
     "minutes": 75,
     "points": 2,
     "next": "compare"
    }
   ]
  },
  "compare": {
   "picks": 2,
   "then": "words",
   "choices": [
    {
     "id": "a",
     "minutes": 60,
     "points": 0
    },
    {
     "id": "b",
     "minutes": 45,
     "points": 2
    },
    {
     "id": "c",
     "minutes": 40,
     "points": 0
    },
    {
     "id": "d",
     "minutes": 20,
     "points": 2
    }
   ]
  },
  "words": {
   "choices": [
    {
     "id": "a",
     "minutes": 10,
     "points": 0,
     "next": "handover"
    },
    {
     "id": "b",
     "minutes": 10,
     "points": 0,
     "next": "handover"
    },
    {
     "id": "c",
     "minutes": 45,
     "points": 2,
     "next": "handover",
     "late": {
      "after": 330,
      "points": 1
     }
    }
   ]
  },
  "handover": {
   "choices": [
    {
     "id": "a",
     "minutes": 30,
     "points": 2,
     "next": "end"
    },
    {
     "id": "b",
     "minutes": 5,
     "points": 0,
     "next": "end"
    },
    {
     "id": "c",
     "minutes": 5,
     "points": 0,
     "next": "end"
    }
   ]
  }
 }
};
