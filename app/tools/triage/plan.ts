import type { Answers, Place } from "./answers.ts";
import type { ReasonId, RouteId } from "./routes.ts";

export type Step = { route: RouteId; reasons: ReasonId[] };

/** `first`, `then` and `after` are done in this order; `unfit` says what is left out and why. */
export type Plan = { first: Step[]; then: Step[]; after: Step[]; unfit: Step[] };

/**
 * The routes that fit a situation, with reasons. Danger comes before all; evidence before removal, except that nothing
 * of a person who is under 18 in the image, or may be, is kept or copied.
 */
export function planFor(answers: Answers): Plan {
  return {
    first: firstSteps(answers),
    then: [...threatSteps(answers), ...removalSteps(answers), ...laterHash(answers), ...otherSteps(answers)],
    after: [step("helpline", ["supportAlways"]), step("followUp", ["ladder"])],
    unfit: unfitSteps(answers),
  };
}

/** A step if the condition holds, for lists. */
function step(route: RouteId, reasons: (ReasonId | false)[]): Step {
  return { route, reasons: reasons.filter((reason) => reason !== false) };
}

function when(condition: boolean, ...steps: Step[]): Step[] {
  return condition ? steps : [];
}

function firstSteps(answers: Answers): Step[] {
  const { danger, age, intimate, secured } = answers;
  return [
    danger === "yes"
      ? step("emergency", ["dangerNow"])
      : step("safeContact", [danger === "unknown" && "dangerUnknown"]),
    ...when(age === "unknown", step("ageFirst", ["ageDecides"])),
    ...when(age !== "adult", step("noCopies", ["minorShown", secured === "yes" && "copiesExist"])),
    ...when(age === "minor", step("dutyToReport", ["authorityPreserves"])),
    step("consent", ["herDecision"]),
    ...when(
      age === "adult" && secured !== "yes",
      step("evidence", ["removalRemovesProof", intimate === "yes" && "describeIntimate"]),
    ),
    ...when(age !== "minor", step("police", ["authorityPreserves", ...offence(answers)])),
  ];
}

function offence({ intimate, jurisdiction }: Answers): ReasonId[] {
  if (intimate === "no" || jurisdiction === "other") return [];
  if (jurisdiction === "me") return ["offenceMontenegro"];
  if (jurisdiction === "ba") return ["offenceFederation"];
  return [jurisdiction === "eu" ? "offenceEu" : "offenceOther"];
}

/** What helps before anything is online; a hash first, because it works from the moment it is made. */
function threatSteps(answers: Answers): Step[] {
  if (!answers.places.includes("threatened")) return [];
  const save = answers.age === "adult" ? "saveBeforeBlocking" : "noteBeforeBlocking";
  return [step("threat", ["noPayment", save]), ...hash(answers, "worksAhead")];
}

function laterHash(answers: Answers): Step[] {
  return answers.places.includes("threatened") ? [] : hash(answers, "afterReport");
}

function hash({ age, intimate, made }: Answers, moment: "worksAhead" | "afterReport"): Step[] {
  if (intimate === "no" || age === "unknown") return [];
  const fake = made !== "real" && "fakeIntimate";
  return age === "adult"
    ? [step("hashAdult", [moment, fake, "hashLimits"])]
    : [step("hashMinor", ["ageDecides", "minorLimits"])];
}

function removalSteps(answers: Answers): Step[] {
  const { age, intimate, made, places } = answers;
  const category: ReasonId =
    age === "minor" ? "categoryChild" : intimate === "yes" ? "categoryIntimate" : "categoryOther";
  const fake = intimate === "yes" && age !== "minor" && made !== "real" && "fakeIntimate";
  const eu = euReason(answers);
  const isOnPages = places.some(isPage);
  return [
    ...when(places.includes("social"), step("platform", [category, fake, eu])),
    ...when(places.includes("messenger"), step("messenger", ["noReach", "telegram"])),
    ...when(
      places.includes("pornSite"),
      step("pornSite", [category, "notAlone", "partnerNamed", "paidRemoval"]),
    ),
    ...when(
      places.includes("website") || places.includes("search"),
      step("website", [places.includes("search") && "sourceFirst", category, "paidRemoval"]),
    ),
    ...when(
      isOnPages && (intimate === "yes" || places.includes("search")),
      step("search", [category === "categoryIntimate" ? "listAddresses" : category, fake, "signpost"]),
    ),
    ...when(isOnPages, step("host", [eu])),
  ];
}

function isPage(place: Place): boolean {
  return place === "search" || place === "website" || place === "pornSite";
}

function euReason({ jurisdiction, euLink }: Answers): ReasonId | false {
  if (euLink === "yes") return "euDuty";
  return (euLink === "unknown" || jurisdiction === "eu") && "euUnsure";
}

function otherSteps({ intimate, places }: Answers): Step[] {
  const isPublished = places.some((place) => place === "social" || isPage(place));
  return when(isPublished && intimate === "no", step("dataProtection", ["extraRoute"]));
}

function unfitSteps({ age, intimate, places }: Answers): Step[] {
  const isPublished = places.some((place) => place !== "threatened");
  const isOnlyInChat =
    isPublished && places.every((place) => place === "messenger" || place === "threatened");
  return [
    ...when(age !== "adult", step("evidence", [age === "minor" ? "minorShown" : "ageUnknown"])),
    ...(intimate === "no" ? unfitHash("onlyIntimate") : unfitHashByAge(age)),
    ...when(!isPublished, step("search", ["nothingPublished"]), step("host", ["nothingPublished"])),
    ...when(isOnlyInChat, step("search", ["onlyInChat"]), step("host", ["onlyInChat"])),
  ];
}

function unfitHash(reason: ReasonId): Step[] {
  return [step("hashAdult", [reason]), step("hashMinor", [reason])];
}

function unfitHashByAge(age: Answers["age"]): Step[] {
  if (age === "unknown") return unfitHash("ageUnknown");
  return age === "minor" ? [step("hashAdult", ["onlyAdults"])] : [step("hashMinor", ["onlyMinors"])];
}
