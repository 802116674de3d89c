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
 "startsAt": 1080,
 "deadline": 135,
 "days": 1,
 "pass": 70,
 "first": "arrival",
 "steps": {
  "arrival": {
   "choices": [
    {
     "id": "a",
     "minutes": 60,
     "points": 0,
     "next": "look"
    },
    {
     "id": "b",
     "minutes": 20,
     "points": 2,
     "next": "look"
    },
    {
     "id": "c",
     "minutes": 10,
     "points": 0,
     "unsafe": true,
     "next": "look"
    }
   ]
  },
  "look": {
   "picks": 3,
   "then": "save",
   "choices": [
    {
     "id": "a",
     "minutes": 30,
     "points": 0
    },
    {
     "id": "b",
     "minutes": 15,
     "points": 2
    },
    {
     "id": "c",
     "minutes": 15,
     "points": 2
    },
    {
     "id": "d",
     "minutes": 15,
     "points": 2
    }
   ]
  },
  "save": {
   "choices": [
    {
     "id": "a",
     "minutes": 5,
     "points": 0,
     "unsafe": true,
     "next": "plan"
    },
    {
     "id": "b",
     "minutes": 5,
     "points": 0,
     "next": "plan"
    },
    {
     "id": "c",
     "minutes": 20,
     "points": 2,
     "next": "plan"
    }
   ]
  },
  "plan": {
   "choices": [
    {
     "id": "a",
     "minutes": 25,
     "points": 0,
     "next": "leaving"
    },
    {
     "id": "b",
     "minutes": 30,
     "points": 2,
     "next": "leaving",
     "late": {
      "after": 130,
      "points": 1
     }
    },
    {
     "id": "c",
     "minutes": 20,
     "points": 0,
     "unsafe": true,
     "next": "leaving"
    }
   ]
  },
  "leaving": {
   "choices": [
    {
     "id": "a",
     "minutes": 5,
     "points": 0,
     "unsafe": true,
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
     "minutes": 10,
     "points": 2,
     "next": "end",
     "late": {
      "after": 135,
      "points": 1
     }
    }
   ]
  }
 }
};
