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
 "title": "A clip before the hearing",
 "intro": "You work in a service that prepares files for the court. It is 9:00. Tomorrow the court decides about a protection order that Hana has asked for.\n\nA colleague has been sent a clip of twenty seconds. In it somebody who looks like Hana says: “I made it all up.” By 14:30 your note has to be in the file.\n",
 "deadline": "at 14:30 the note has to be in the file",
 "steps": {
  "receive": {
   "title": "Twenty seconds",
   "text": "The colleague holds out her phone: “A friend sent it to me. Everybody in the building has it already.” The picture is small and a little blurred.\n",
   "choices": {
    "a": {
     "do": "Watch it again and again and note what looks strange",
     "then": "After an hour you have a page of impressions. When people judge good fakes by eye, they are close to guessing. And Hana still knows nothing."
    },
    "b": {
     "do": "Send it to the team and ask for opinions",
     "then": "Twelve more people have it now, and one has sent it on. What is forwarded cannot be called back, and Hana did not agree to it."
    },
    "c": {
     "do": "Ask that nobody sends it on, and ring Hana: is she safe, does she know of it, what does she want?",
     "then": "Hana has not seen it. She is at her mother’s and safe. “I never said that. Please find out where it comes from.” That is where you go on."
    }
   }
  },
  "trace": {
   "title": "Where does it come from?",
   "text": "On the colleague’s phone there is a copy that has been forwarded several times.\n",
   "choices": {
    "a": {
     "do": "Ask everybody in the chain to send you their file by messenger",
     "then": "Four files arrive, each smaller than the one before. Each forwarding may have changed them. But you learn a name: the first was a cousin, Dora."
    },
    "b": {
     "do": "Go back person by person by telephone: from whom, when, and who was before",
     "then": "Four calls. The chain ends at Dora, a cousin. She got the clip last night at 21:14 from an account that nobody knows. It is still on her phone."
    },
    "c": {
     "do": "Work with the copy you have; time is short",
     "then": "You work with a copy of a copy. Where it comes from, you will not be able to say in the note."
    }
   }
  },
  "source": {
   "title": "The first recipient",
   "text": "Dora lives at the other end of town. She is upset and willing to help.\n",
   "choices": {
    "a": {
     "do": "Put the clip into a free detection service on the internet",
     "then": "“91% fake.” What was tested how, nobody says. Detectors also flag real videos of phone quality as fake. And a stranger now has Hana’s face."
    },
    "b": {
     "do": "Ask Dora by telephone to delete nothing, and have her read out account and time",
     "then": "You have account and time, and the message stays on her phone. What the file itself says, you do not see."
    },
    "c": {
     "do": "Drive there, look at the message on her phone, note account, device and time, take over the file and note its hash",
     "then": "Account, device, time and hash are written down. From now on it can be shown that the file has not been altered since. Whether what it shows is true, the hash does not say."
    }
   }
  },
  "compare": {
   "title": "Two tests",
   "text": "Before you write, there is time for two tests. Which?\n",
   "choices": {
    "a": {
     "do": "Count visual signs: edges, shadows, lips",
     "then": "Smooth skin, lips that run ahead. Both come from an ordinary phone in poor light as well. You have a number and no answer."
    },
    "b": {
     "do": "Compare with the world: the room, the calendar on the wall, other recordings",
     "then": "Hana’s mother knows the kitchen. It was painted green in spring; in the clip it is white, and the calendar shows last year. That does not fit what is claimed, and somebody can check it."
    },
    "c": {
     "do": "Ask five colleagues and follow the majority",
     "then": "Three say real, two say fake. You knew as much before. Votes are not evidence."
    },
    "d": {
     "do": "Read what the file says of itself: data, signed credentials",
     "then": "The time in the file is that of last night. There are no credentials, and that says nothing: many files have none. A hint, no more; it goes into the note as one."
    }
   }
  },
  "words": {
   "title": "What do you write?",
   "text": "The form has a line: “Result of the examination”.\n",
   "choices": {
    "a": {
     "do": "“The clip is a fake.”",
     "then": "In the hearing somebody asks how you know. You know that some things do not fit. You do not know how the clip was made."
    },
    "b": {
     "do": "“No traces of manipulation. Genuine.”",
     "then": "“Genuine” promises more than anybody can have seen in half a day. And it is held against Hana."
    },
    "c": {
     "do": "“Indications, not conclusive”, and beside it: what was examined, what was not, what is missing, who should look next",
     "then": "One page: origin as far as known, what does not fit, what remains open, laboratory if the parties dispute it. It holds tomorrow, and in a year too.",
     "late": "The page is good, and it comes after 14:30. The file has gone to court without it; you bring it to the door tomorrow."
    }
   }
  },
  "handover": {
   "title": "The last call",
   "text": "The note is written. Hana is waiting.\n",
   "choices": {
    "a": {
     "do": "Ring her: what is written, that the uncertainty is about the clip and not about her, what happens tomorrow and what can start now",
     "then": "“So you do not say that I am lying.” No. She knows what comes tomorrow, and she does not hear it in the courtroom for the first time."
    },
    "b": {
     "do": "Send her the technical part by e-mail",
     "then": "Two pages of hash and compression, at night, alone. She rings the next morning: “Is that good or bad?”"
    },
    "c": {
     "do": "Leave it to the court",
     "then": "She hears of the clip in the courtroom, from the other side. That could have been avoided."
    }
   }
  }
 },
 "endings": {
  "passed": "In the file is a note that does not say more than you know, and says how you know it. The court can work with it, and Hana was told before.\n",
  "failed": "A note is in the file, but it rests on little, or says more than is known, or came late. Lessons 3 and 5 show the way: first the person, then the origin, the eye last.\n",
  "unsafe": "The clip went to more people because of you, without Hana’s consent. That cannot be taken back, whatever the note says. Please look at the first of the seven steps in lesson 3 again, and go through the day once more.\n"
 }
});
