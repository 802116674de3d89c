import { z } from "zod";

import { isoDurationSeconds } from "./duration.ts";

/**
 * Statements of xAPI 1.0.3 (part two, sections 2 to 4) and IEEE 9274.1.1. Unknown properties are refused, as the
 * standard asks. Interaction components and language maps as in section 2.4.4.
 */

const iri = z.string().regex(/^[a-z][a-z0-9+.-]*:[^\s\p{Cc}]+$/iu, "must be an absolute IRI");
const uuid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, "must be a UUID");
const languageTag = z.string().regex(/^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i, "must be a language tag");
const languageMap = z.record(languageTag, z.string());
const extensions = z.record(iri, z.unknown());
const timestamp = z.iso
  .datetime({ offset: true, local: true })
  .refine((text) => !/-00(?::?00)?$/.test(text), "must not have the offset -00:00");
const duration = z
  .string()
  .refine(
    (text) => /^P\d+(?:\.\d+)?W$/.test(text) || isoDurationSeconds(text) !== null,
    "must be a duration",
  );

const account = z.strictObject({ homePage: iri, name: z.string().min(1) });
const identifiers = ["account", "mbox", "mbox_sha1sum", "openid"] as const;
const identity = {
  name: z.string().optional(),
  account: account.optional(),
  mbox: z
    .string()
    .regex(/^mailto:[^@\s]+@[^@\s]+$/)
    .optional(),
  mbox_sha1sum: z
    .string()
    .regex(/^[0-9a-f]{40}$/i)
    .optional(),
  openid: iri.optional(),
};
const countOfIdentifiers = (actor: object) => identifiers.filter((name) => name in actor).length;

const agent = z
  .strictObject({ objectType: z.literal("Agent").optional(), ...identity })
  .refine(
    (actor) => countOfIdentifiers(actor) === 1,
    "must have exactly one of account, mbox, mbox_sha1sum, openid",
  );
const group = z
  .strictObject({ objectType: z.literal("Group"), ...identity, member: z.array(agent).optional() })
  .refine((actor) => countOfIdentifiers(actor) <= 1, "must not have more than one identifier")
  .refine(
    (actor) => countOfIdentifiers(actor) === 1 || actor.member,
    "a group without identifier must have members",
  );
const actor = z.union([group, agent]);

const components = z.array(z.strictObject({ id: z.string().min(1), description: languageMap.optional() }));
const definition = z.strictObject({
  name: languageMap.optional(),
  description: languageMap.optional(),
  type: iri.optional(),
  moreInfo: iri.optional(),
  extensions: extensions.optional(),
  interactionType: z
    .enum([
      "true-false",
      "choice",
      "fill-in",
      "long-fill-in",
      "matching",
      "performance",
      "sequencing",
      "likert",
      "numeric",
      "other",
    ])
    .optional(),
  correctResponsesPattern: z.array(z.string()).optional(),
  choices: components.optional(),
  scale: components.optional(),
  source: components.optional(),
  target: components.optional(),
  steps: components.optional(),
});
const activity = z.strictObject({
  objectType: z.literal("Activity").optional(),
  id: iri,
  definition: definition.optional(),
});
const statementRef = z.strictObject({ objectType: z.literal("StatementRef"), id: uuid });

const score = z
  .strictObject({
    scaled: z.number().min(-1).max(1).optional(),
    raw: z.number().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .refine(
    ({ raw, min, max }) =>
      (min ?? -Infinity) <= (raw ?? min ?? -Infinity) &&
      (raw ?? max ?? Infinity) <= (max ?? Infinity) &&
      (min === undefined || max === undefined || min < max),
    "raw must lie between min and max, and min below max",
  );
const result = z.strictObject({
  score: score.optional(),
  success: z.boolean().optional(),
  completion: z.boolean().optional(),
  response: z.string().optional(),
  duration: duration.optional(),
  extensions: extensions.optional(),
});

/** A single activity may stand for a list of one; it is stored as a list. */
const activities = z
  .preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(activity))
  .optional();
const context = z.strictObject({
  registration: uuid.optional(),
  instructor: actor.optional(),
  team: group.optional(),
  contextActivities: z
    .strictObject({ parent: activities, grouping: activities, category: activities, other: activities })
    .optional(),
  contextAgents: z
    .array(
      z.strictObject({
        objectType: z.literal("contextAgent"),
        agent,
        relevantTypes: z.array(iri).min(1).optional(),
      }),
    )
    .optional(),
  contextGroups: z
    .array(
      z.strictObject({
        objectType: z.literal("contextGroup"),
        group,
        relevantTypes: z.array(iri).min(1).optional(),
      }),
    )
    .optional(),
  revision: z.string().optional(),
  platform: z.string().optional(),
  language: languageTag.optional(),
  statement: statementRef.optional(),
  extensions: extensions.optional(),
});

const attachment = z.strictObject({
  usageType: iri.refine(
    (type) => type !== "http://adlnet.gov/expapi/attachments/signature",
    "signed statements are not taken by this store",
  ),
  display: languageMap,
  description: languageMap.optional(),
  contentType: z.string().min(1),
  length: z.int().nonnegative(),
  sha2: z.string().min(1),
  fileUrl: iri,
});

const verb = z.strictObject({ id: iri, display: languageMap.optional() });
const common = {
  actor,
  verb,
  result: result.optional(),
  context: context.optional(),
  timestamp: timestamp.optional(),
  attachments: z.array(attachment).optional(),
};
const subStatement = z.strictObject({
  ...common,
  objectType: z.literal("SubStatement"),
  object: z.union([statementRef, group, activity, agent]),
});

export const voidedVerb = "http://adlnet.gov/expapi/verbs/voided";

export const xapiStatement = z
  .strictObject({
    ...common,
    id: uuid.transform((text) => text.toLowerCase()).optional(),
    object: z.union([subStatement, statementRef, group, activity, agent]),
    stored: timestamp.optional(),
    authority: actor.optional(),
    version: z
      .string()
      .regex(/^(?:1\.0|2\.0)\.\d+$/, "must be a version 1.0.x or 2.0.x")
      .optional(),
  })
  .refine(
    ({ context, object }) =>
      activityIriOf(object) !== null || (context?.revision === undefined && context?.platform === undefined),
    "revision and platform belong to activities only",
  )
  .refine(
    ({ verb, object }) => verb.id !== voidedVerb || object.objectType === "StatementRef",
    "a voiding statement must name a statement",
  );

export type XapiStatement = z.infer<typeof xapiStatement>;
export type XapiAccount = z.infer<typeof account>;

/** The id of an object that is an activity; null for agents, groups, statements. */
export function activityIriOf(object: unknown): string | null {
  const { objectType = "Activity", id } = object as { objectType?: string; id?: string };
  return objectType === "Activity" && typeof id === "string" ? id : null;
}

/** Where and why a statement is not one, in words for its author. */
export function faultOf(error: z.ZodError, name = "statement"): string {
  const [issue] = error.issues;
  const nested =
    issue?.code === "invalid_union" ? issue.errors.map(([first]) => first).find(Boolean) : undefined;
  const path = [name, ...(issue?.path ?? []), ...(nested?.path ?? [])].join(".");
  return `${path}: ${nested?.message ?? issue?.message ?? "is not valid"}`;
}
