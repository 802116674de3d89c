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
 "title": "The first 48 hours",
 "intro": "You work at a helpline. It is 10:00 on the first day. Lea, 27, rings from the office phone at work, where she can speak.\n\nThis morning a friend found pictures of her on two platforms. A former partner had threatened her with it. You have two days.\n",
 "deadline": "the first 48 hours",
 "steps": {
  "call": {
   "title": "“Just make it go away”",
   "text": "“It is on two pages. Can you not simply report it? Just make it go away.”\n",
   "choices": {
    "a": {
     "do": "Report both pages at once with the button",
     "then": "One page has gone within the hour, and with it the address and the account. Nobody had written them down."
    },
    "b": {
     "do": "Have her send you the pictures, so that you know what it is about",
     "then": "Lea falls silent. Then they come, over her private account. You did not need them, and now they lie in one more place. Nobody should have to send intimate pictures to get help."
    },
    "c": {
     "do": "Ask six questions first: danger, age in the pictures, her wish, evidence, where exactly, who can see it",
     "then": "No danger today; he is abroad. In all the pictures she was over 25. She wants removal, and to keep the police open. You tell her that you do the looking from now on."
    }
   }
  },
  "evidence": {
   "title": "Before anything disappears",
   "text": "Two links are in your case sheet. What is removed may be gone for the police as well.\n",
   "choices": {
    "a": {
     "do": "Ask Lea to search for all the places herself by the evening",
     "then": "She searches for seven hours, alone. In the evening she has one more link and cannot stop crying. The day is nearly over."
    },
    "b": {
     "do": "Note for each place address, account, date and time, with a picture of the screen in which the image itself is covered; tell her that only an authority can ask for data to be preserved",
     "then": "Three places, since a search result leads to the first page. Lea thinks about going to the police before the reports are sent, and a colleague can come with her."
    },
    "c": {
     "do": "Download the pictures to your computer as evidence",
     "then": "The intimate pictures lie on your computer now. Where they were, since when and by whom, the files do not say; and that is what matters."
    }
   }
  },
  "routes": {
   "title": "Three routes",
   "text": "Today there is time for three routes, beside the notice to the second platform.\n",
   "choices": {
    "a": {
     "do": "Take It Down of NCMEC, with all the pictures",
     "then": "The service is for pictures of people who were under 18. Lea was an adult in all of them. Half an hour is gone."
    },
    "b": {
     "do": "Report to platform A by its form for intimate images, as her representative, with a written authority",
     "then": "The form takes several addresses and asks for your authority. Lea has signed one page. Under US law a representative can file such a request where the platform is covered."
    },
    "c": {
     "do": "StopNCII: she makes the hash herself, on a device that only she uses",
     "then": "The pictures stay on her device; only the hash leaves it. Case number and PIN cannot be recovered. She writes them down and gives the paper to her sister."
    },
    "d": {
     "do": "Write to the former partner and ask him to delete everything",
     "then": "Within minutes he writes to Lea: “So you have told somebody.” Now he knows, and she did not decide it."
    },
    "e": {
     "do": "Ask Google Search to remove the results, with each address",
     "then": "The signpost is being taken down, not the page. You list the address of the page and of the image; only what is listed is reviewed."
    }
   }
  },
  "notice": {
   "title": "The notice to platform B",
   "text": "Platform B has only a form with one large field. What do you write? From 17:00 today your office is empty until tomorrow.\n",
   "choices": {
    "a": {
     "do": "“Delete everything about my client at once. This is a disgrace.”",
     "then": "An automatic answer: “We could not find the content.” There was no address in it, no reason and no name."
    },
    "b": {
     "do": "Attach all the pictures and a copy of her identity card, so that nobody has questions",
     "then": "Nobody had asked for it. Now the pictures and the card are with one more company, and the addresses are still missing."
    },
    "c": {
     "do": "Why it is illegal, every address, who writes and with what authority, good faith, date and signature",
     "then": "Ten sober lines. If the platform is covered by the US law, it has 48 hours from this valid request. You write the hour into the sheet.",
     "late": "Ten sober lines, but nobody is there any more who may sign. They go out the next morning, and the hours run only from then."
    }
   }
  },
  "evening": {
   "title": "The evening of the first day",
   "text": "The reports are out. Lea asks: “And tonight?”\n",
   "choices": {
    "a": {
     "do": "Look every hour whether it has gone",
     "then": "At midnight you look for the sixth time. Nothing has changed, except that you are worn out tomorrow."
    },
    "b": {
     "do": "Complete the case sheet: reference, answer due, next step, who and when; tell Lea when she hears from you",
     "then": "Tomorrow at eleven you look, on the third day at nine your colleague. Lea switches the phone off. “Then I need not look.”"
    },
    "c": {
     "do": "Wait for the answers by e-mail",
     "then": "If one comes, good. If none comes, nobody will notice on time."
    }
   }
  },
  "refusal": {
   "title": "“No breach”",
   "text": "Day 2, late morning. Platform A has removed its page. Platform B answers: “The content does not breach our standards.”\n",
   "choices": {
    "a": {
     "do": "Send the same text again, sharper",
     "then": "The same answer, one hour later. Louder is not a step."
    },
    "b": {
     "do": "Appeal with reasons: which rule, why she can be recognised, no consent; beside it the second door of the platform",
     "then": "The appeal names the rule and the earlier reference. For services under the EU’s Digital Services Act the complaint is free, and the decision comes with reasons. You note both dates."
    },
    "c": {
     "do": "Tell Lea that nothing more can be done there",
     "then": "That is not so. There are still rungs on the ladder: another door, an appeal, the authority, legal aid or the police."
    }
   }
  },
  "due": {
   "title": "Day 3, nine o’clock",
   "text": "The hours are nearly over. Platform B has not answered the appeal yet.\n",
   "choices": {
    "a": {
     "do": "Close the case: one page has gone, and you did what you could",
     "then": "In two weeks there is a copy, and nobody is looking. A case is closed with her, not without her."
    },
    "b": {
     "do": "Ask Lea to look herself whether it is still there",
     "then": "She looks, and for the rest of the day she sees nothing else. The looking was to be taken off her."
    },
    "c": {
     "do": "Check each address from the list, take the next rung for platform B, tell Lea each result, fix the dates for looking again",
     "then": "Gone, gone from the results, still there. For the third you send the sheet to the authority that is competent. Lea knows what is open and when she hears from you."
    }
   }
  }
 },
 "endings": {
  "passed": "After two days one page and the search results have gone, the rest has a date and a next step. Lea has decided, and she has not had to search. That is what good takedown work looks like: not everything is gone, and nothing is forgotten.\n",
  "failed": "After two days some things have gone, and others are open without anybody knowing exactly what and until when. Lessons 1, 2 and 6 show the order: questions, evidence, routes, a complete notice, a date.\n",
  "unsafe": "One of the steps took something from Lea: her pictures lie in another place, or he knows more than she wanted. Removal must not put her at risk. Please look at lesson 1 again, and go through the two days once more.\n"
 }
});
