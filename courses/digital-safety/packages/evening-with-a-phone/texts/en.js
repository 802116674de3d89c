globalThis.simulationTexts({
 "words": {
  "fictional": "Fictional case written for training. Any resemblance to a real person is accidental.",
  "language": "Language",
  "beginning": "Before you begin",
  "how": "You make the decisions. Each takes time on a clock that is part of the story; what you do too late is worth less. Nobody measures how long you think. You can stop at any moment and go on later, and go through it again as often as you like.",
  "safeDevice": "If you are worried that this device is monitored, stop and use another device.",
  "begin": "Begin",
  "ask": "What do you do?",
  "askSeveral": "What do you do? Choose {n}, one after the other.",
  "consequence": "What came of it",
  "goOn": "Go on",
  "time": "It is {time}.",
  "dayAndTime": "Day {day}, {time}.",
  "left": "{duration} left: {deadline}.",
  "over": "The time is over: {deadline}.",
  "minutes": "{n} min",
  "hours": "{n} h",
  "result": "Your result",
  "passed": "{score} of 100. Passed; {pass} were needed.",
  "failed": "{score} of 100. Not passed; {pass} are needed.",
  "way": "Your way",
  "verdictGood": "Good choice",
  "verdictPartly": "Partly right.",
  "verdictLittle": "Did not help.",
  "verdictLate": "It came too late.",
  "verdictUnsafe": "Put somebody at risk. With such a choice nobody passes.",
  "again": "Go through it again",
  "kept": "Each step is kept. You can leave at any moment and go on where you stopped.",
  "handedOver": "The learning platform has your best result: {best} of 100.",
  "notKept": "This page is not connected to a learning platform. You can go through everything; nothing is kept.",
  "reviewed": "You have finished this before. Your result stands; this time nothing is kept.",
  "saveFailed": "The learning platform did not take the last step. It may not be kept."
 },
 "title": "An evening with a phone",
 "intro": "You have the evening duty at an advice centre. At 18:00 Mira comes in with her phone. She has an appointment about a form; her partner knows that she is here, and why.\n\nSome things on her phone do not fit. He looks through it every evening. At 20:15 she has to set off, so that she is at home as usual.\n",
 "deadline": "at 20:15 Mira has to set off",
 "steps": {
  "arrival": {
   "title": "The phone on the table",
   "text": "Mira puts her phone on your table. “There was a notice of a sign-in that was not mine. And he knows things I have told nobody.” She pushes it towards you. “Please do something.”\n",
   "choices": {
    "a": {
     "do": "Look for spy software on the phone first",
     "then": "The search takes an hour and finds nothing. That proves nothing: such software is hard to find, and what you do on a watched phone may be seen."
    },
    "b": {
     "do": "Put the phone in another room and ask four questions: which device is safe, who has access, what happens if he notices a change, what does she want first",
     "then": "The phone lies in the next room. Mira says: the tablet was once hers and is with him. If he noticed something, he would question her all night. She wants to know what he sees, and to change nothing today."
    },
    "c": {
     "do": "Change the code of the phone, so that he cannot get in tonight",
     "then": "The code is new. Mira grows pale: “At ten he will want to look.” A lock that appears overnight tells him that something is going on."
    }
   }
  },
  "look": {
   "title": "What do you look at?",
   "text": "Your computer is one that he has never had. Mira signs in to her main account. A notice of it will come; she can explain it by the form. You only look, and change nothing.\n\nThere is time for three things.\n",
   "choices": {
    "a": {
     "do": "Battery and data use of the phone",
     "then": "The battery is down faster than last year. A question, not an answer: a weak battery alone proves nothing."
    },
    "b": {
     "do": "The list of signed-in devices",
     "then": "Four devices. Mira knows two and your computer. The fourth is a tablet, last active yesterday at 22:10. It does not fit. You write “unknown tablet” and not “his”: that is what you know."
    },
    "c": {
     "do": "Recovery address and recovery number",
     "then": "The recovery number ends in 41. It is his. Whoever receives the recovery code can get in again tomorrow, whatever password is set today."
    },
    "d": {
     "do": "Members of the shared photo album",
     "then": "The album is still shared since the last holiday, and the photographs show where they were taken. No spy software is needed for that: ordinary features are misused too."
    }
   }
  },
  "save": {
   "title": "Throw everything out?",
   "text": "Mira reads your notes. “Then throw him out. Now. Everything.”\n",
   "choices": {
    "a": {
     "do": "Sign out all unknown devices",
     "then": "The tablet in his flat falls silent this minute, and with it the line in the list that showed it. He may notice tonight, and nobody has saved the proof."
    },
    "b": {
     "do": "Send her pictures of the lists to her own phone",
     "then": "The pictures arrive on the phone that he looks through every evening, and in the shared album. You delete them again together; whether anybody saw them, you do not know."
    },
    "c": {
     "do": "First write down what you saw, with date and time, and save pictures of the lists here, if she agrees",
     "then": "Three pictures and six lines in the log. One copy stays in the office, where he does not come. What is changed later can still be shown."
    }
   }
  },
  "plan": {
   "title": "What is changed, and when?",
   "text": "Now you know what does not fit. Mira asks: “And now? What do I change?”\n",
   "choices": {
    "a": {
     "do": "Recommend a new phone with her old account",
     "then": "A new phone with the old account settings keeps the old doors open. And a new phone is something he sees."
    },
    "b": {
     "do": "Plan it: a day on which he is on duty, from her sister’s computer, main e-mail first, then recovery, other devices, second step",
     "then": "Thursday at ten, with her sister beside her. The order is on a sheet that stays here. Mira breathes out: “So nothing has to happen tonight.”",
     "late": "You have the day, but the order is only half talked through when she has to get up. Better than nothing; her sister will ring you about the rest."
    },
    "c": {
     "do": "Change the password of the main e-mail today, the rest later",
     "then": "This evening his tablet will ask for the new password. His number is still the way back in. So he learns of it, and is not even locked out."
    }
   }
  },
  "leaving": {
   "title": "Before she goes",
   "text": "Mira has her coat on. The phone is back in her hand. In half an hour she is at home.\n",
   "choices": {
    "a": {
     "do": "Empty the phone’s history together, so that he finds nothing",
     "then": "A history that is suddenly empty is a message too. He may ask tonight what she had to hide."
    },
    "b": {
     "do": "Give her a leaflet with all the steps to read at home",
     "then": "In the doorway she hands it back: “Where should I put that?” You should have asked before."
    },
    "c": {
     "do": "Agree: she uses the phone tonight as always, for neutral things; how you hear that she is well; what she says if he asks about the form",
     "then": "She will write “Form has been sent” to the office tomorrow at noon. If nothing comes, you do what you agreed with her. She goes a little lighter than she came.",
     "late": "You say it in the stairwell, half of it, while she is already running. She is late, and that is something he notices too."
    }
   }
  }
 },
 "endings": {
  "passed": "Tonight Mira’s phone looks as it always does. In your office are a log, three pictures and a plan with a day, an order and a person. First safety, then evidence, settings last.\n",
  "failed": "Mira is at home, and much is as it was. Some of the evening went into things that do not help her. Lessons 2 and 3 show the order: first safety, then evidence, settings last.\n",
  "unsafe": "Something was changed tonight that he can notice before there is a plan. The moment when somebody takes back control of her devices can be the most dangerous. Please look at lesson 2 again, and go through the evening once more.\n"
 }
});
