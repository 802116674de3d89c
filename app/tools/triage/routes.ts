/** Everything that a plan can tell somebody to do, in the order in which it is done. */
export const routes = [
  "emergency",
  "safeContact",
  "ageFirst",
  "noCopies",
  "dutyToReport",
  "consent",
  "evidence",
  "police",
  "threat",
  "hashAdult",
  "hashMinor",
  "platform",
  "messenger",
  "pornSite",
  "website",
  "search",
  "host",
  "dataProtection",
  "helpline",
  "followUp",
] as const;

export type RouteId = (typeof routes)[number];

/** Why a route is in a plan or does not fit, with the facts of the course's register that a reason rests on. */
export const factsOfReason = {
  dangerNow: [],
  dangerUnknown: [],
  ageDecides: ["F38", "F41"],
  ageUnknown: ["F38", "F41"],
  minorShown: [],
  copiesExist: [],
  herDecision: ["F72"],
  removalRemovesProof: ["F67"],
  describeIntimate: [],
  authorityPreserves: ["F49", "F50"],
  offenceMontenegro: ["F78"],
  offenceFederation: ["F80"],
  offenceOther: ["F78"],
  offenceEu: ["F17", "F18"],
  noPayment: ["F52"],
  saveBeforeBlocking: ["F52"],
  noteBeforeBlocking: [],
  worksAhead: ["F37"],
  afterReport: ["F38"],
  hashLimits: ["F39", "F40"],
  minorLimits: ["F41", "F42"],
  categoryIntimate: ["F28", "F29", "F30"],
  categoryOther: ["F48"],
  categoryChild: [],
  fakeIntimate: ["F28", "F38", "F44"],
  euDuty: ["F22", "F23"],
  euUnsure: ["F22"],
  telegram: ["F47"],
  noReach: ["F40"],
  notAlone: ["F71"],
  partnerNamed: ["F39"],
  paidRemoval: ["F52"],
  signpost: ["F44"],
  listAddresses: ["F44", "F46"],
  sourceFirst: ["F44"],
  extraRoute: ["F75"],
  supportAlways: [],
  ladder: ["F23", "F26", "F29"],
  onlyAdults: ["F37", "F38"],
  onlyMinors: ["F41"],
  onlyIntimate: ["F37", "F41", "F44"],
  nothingPublished: [],
  onlyInChat: ["F40"],
} satisfies Record<string, string[]>;

export type ReasonId = keyof typeof factsOfReason;

/** The facts that the table of all routes names beside each. */
export const factsOfRoute: Partial<Record<RouteId, string[]>> = {
  consent: ["F72"],
  evidence: ["F67"],
  police: ["F49", "F50"],
  threat: ["F52"],
  hashAdult: ["F37", "F38"],
  hashMinor: ["F41"],
  platform: ["F28", "F29"],
  messenger: ["F40", "F47"],
  pornSite: ["F39"],
  website: ["F22"],
  search: ["F44", "F46"],
  host: ["F22"],
  dataProtection: ["F75"],
  followUp: ["F23", "F29"],
};

/** Steps and reasons that ask for something to be saved: never in a plan for material of a person under 18. */
export const keepsMaterial: ReadonlySet<RouteId | ReasonId> = new Set<RouteId | ReasonId>([
  "evidence",
  "describeIntimate",
  "removalRemovesProof",
  "saveBeforeBlocking",
]);

/** Steps that ask somebody to take something down. */
export const removesMaterial: ReadonlySet<RouteId> = new Set<RouteId>([
  "platform",
  "messenger",
  "pornSite",
  "website",
  "search",
  "host",
  "dataProtection",
]);

/** Steps that begin with a written notice. */
export const beginsWithNotice: ReadonlySet<RouteId> = new Set<RouteId>([
  "platform",
  "pornSite",
  "website",
  "host",
]);

/** Every fact of the tool, in the order in which the table names them first. */
export const triageFacts = [
  ...new Set([
    ...routes.flatMap((route) => factsOfRoute[route] ?? []),
    ...Object.values(factsOfReason).flat(),
  ]),
];
