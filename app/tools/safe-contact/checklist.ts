type Item = { id: string; facts?: string[] };

/** What to see to, in the order of a contact. Facts are those of the course "digital-safety"; the rest is practice. */
export const checklist: { id: string; items: Item[] }[] = [
  {
    id: "before",
    items: [
      { id: "sentence", facts: ["F72"] },
      { id: "reason" },
      { id: "neutral" },
      { id: "named" },
      { id: "silent", facts: ["F62"] },
    ],
  },
  {
    id: "first",
    items: [
      { id: "safe", facts: ["F62"] },
      { id: "stop" },
      { id: "device" },
      { id: "access" },
      { id: "notice" },
      { id: "nothing", facts: ["F63"] },
      { id: "wish", facts: ["F72"] },
    ],
  },
  {
    id: "agree",
    items: [
      { id: "channel" },
      { id: "device" },
      { id: "hours" },
      { id: "answers" },
      { id: "word" },
      { id: "lost" },
      { id: "consent", facts: ["F72"] },
      { id: "written" },
    ],
  },
  {
    id: "during",
    items: [
      { id: "free" },
      { id: "watched", facts: ["F62"] },
      { id: "ordinary", facts: ["F63"] },
      { id: "asks", facts: ["F72"] },
      { id: "work" },
    ],
  },
  {
    id: "after",
    items: [{ id: "call" }, { id: "next" }, { id: "change" }, { id: "you", facts: ["F71"] }],
  },
];

/** What the lessons say to each sector about contact, by the last part of `common.sector_…`. */
export const sectorItems = {
  police: ["file", "quiet", "phone", "measure"],
  justice: ["summons", "address", "waiting", "learns"],
  health: ["sent", "desk", "door"],
  social_work: ["visit", "one", "colleague"],
  civil_society: ["practise", "number", "enters"],
  government: ["sent", "choose"],
  company: ["removed", "ways", "caller"],
} as const;

/** Lines of the card that is filled in by hand. */
export const cardLines = [
  "Reference",
  "Channel",
  "Messages",
  "Device",
  "Hours",
  "Answers",
  "Word",
  "Then",
  "Lost",
  "Next",
  "Again",
] as const;

/** The facts that items rest on, each once, in the order in which the page names them. */
export const checklistFacts = [
  ...new Set(checklist.flatMap(({ items }) => items.flatMap(({ facts = [] }) => facts))),
];
