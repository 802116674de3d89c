import { z } from "zod";

import { id, question, questionText, slug } from "./question-format.ts";
import { quizSettings } from "./quiz-format.ts";
import { roleSectors } from "./role-sectors.ts";
import { partialDate, sourceDocument } from "./source-document.ts";
import { translatedFile, type TranslationMark, type TranslationStatus } from "./translation-status.ts";

/** Schemas of a course folder's YAML files; docs/course-format.md explains them and docs/*.schema.json is made of them. */

const activityCommon = {
  id: slug,
  minutes: z.number().int().positive(),
  /** A required activity counts for the completion of the course. */
  required: z.boolean(),
  /** Activities (or "certificate") that must be completed first. */
  after: z.array(slug).default([]),
  /** The section that it stands in: activities of one section follow one another, and its title is in the texts. */
  section: slug.optional(),
  /** Learners do not see it, and it does not count. */
  hidden: z.boolean().optional(),
  /** The first and the last day on which it can be done, on the site's clocks. */
  availableFrom: z.iso.date().optional(),
  availableUntil: z.iso.date().optional(),
  /** So many days after enrolment it should be done; learners and trainers are shown the date, and nothing is blocked. */
  dueAfterDays: z.number().int().positive().max(3650).optional(),
};

/** Its pages have to be open for so long before it can be completed. */
const minimumMinutes = z.number().int().positive().max(600).optional();

const medium = z.string().regex(/^media\/./, "write media/ and the file's name");

/** One for each language that has its own; readers of the others get the one that stands in, English at last. */
const inEnglishAtLeast = <Value extends z.ZodType>(value: Value) => z.object({ en: value }).catchall(value);

/** Completion rules of a package. */
export const packageRules = ["auto", "completed", "passed", "opened", "all-interactions"] as const;

/** What completes an assignment. */
export const assignmentRules = ["submitted", "passed"] as const;

export const activity = z.discriminatedUnion("kind", [
  z.strictObject({
    ...activityCommon,
    kind: z.literal("lesson"),
    lesson: slug,
    minimumMinutes,
    /** The lesson that it is a copy of, and the version of its course that it was taken from. */
    from: z.strictObject({ course: slug, lesson: slug, version: z.string() }).optional(),
  }),
  z.strictObject({
    ...activityCommon,
    kind: z.literal("quiz"),
    quiz: slug,
    /** Added by a trainer in the browser: a new version of the course's folder keeps it. */
    isAdded: z.boolean().optional(),
  }),
  z.strictObject({
    ...activityCommon,
    kind: z.literal("assignment"),
    /** A quiz of mode assignment: its questions are the task, answered with a text or a file and graded by a person. */
    assignment: slug,
    /** What completes it: that it was handed in, or that it was graded and passed. */
    complete: z.enum(assignmentRules).default("passed"),
  }),
  z.strictObject({ ...activityCommon, kind: z.literal("survey"), survey: slug }),
  z.strictObject({
    ...activityCommon,
    kind: z.literal("package"),
    /** A SCORM, H5P or cmi5 package: a folder or archive in packages/. */
    package: slug,
    /**
     * What has to happen. auto: what the package's standard means by done; completed, passed: as the package reports;
     * opened: it was opened; all-interactions: every question of it was answered (H5P).
     */
    complete: z.enum(packageRules).default("auto"),
    /** Number of attempts; without it, any number. */
    attempts: z.number().int().positive().optional(),
    /** Which attempt's result is shown and counts. */
    scoring: z.enum(["best", "last", "first"]).default("best"),
    /** Added by a trainer in the browser: a new version of the course's folder keeps it. */
    isUploaded: z.boolean().default(false),
  }),
  /** A meeting, done by attending. Its dates belong to a run of the course and are no part of the folder. */
  z.strictObject({ ...activityCommon, kind: z.literal("session") }),
  z.strictObject({
    ...activityCommon,
    kind: z.literal("video"),
    video: medium,
    /** By language. Who has none reads the transcript in text/. */
    captions: z.record(z.string(), medium).default({}),
    minimumMinutes,
  }),
  /** A file to download. */
  z.strictObject({
    ...activityCommon,
    kind: z.literal("file"),
    files: inEnglishAtLeast(medium),
    minimumMinutes,
  }),
  /** A page of another site. */
  z.strictObject({
    ...activityCommon,
    kind: z.literal("link"),
    addresses: inEnglishAtLeast(
      z.url({ protocol: /^https$/, error: "write an address that begins with https://" }),
    ),
    minimumMinutes,
  }),
]);

/** V-P verified in a primary text, V-S in secondary pages, V-D verified but old or undated. */
export const factStatuses = ["V-P", "V-S", "V-D"] as const;

/** What a fact rests on. */
export const factSource = z.strictObject({
  status: z.enum(factStatuses),
  /** When somebody last compared the fact with its documents. */
  checked: partialDate.optional(),
  /** The fact may change: somebody compares it again by this day. */
  recheckBy: z.iso.date().optional(),
  documents: z.array(sourceDocument).min(1),
});

/** Ids of lesson activities, in the order in which they are taken. */
const lessonPath = z.array(slug).min(1);

/** Shorter ways through a course, for reading only: the certificate asks for the whole course. */
export const microPaths = z.strictObject({
  refresher: lessonPath,
  /** For every sector that lessons speak to. */
  roles: z.record(z.enum(roleSectors), lessonPath),
});

export const courseFile = z.strictObject({
  id: slug,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, "write three numbers, for instance 1.0.0"),
  languages: z.array(z.string()).min(1),
  /** Languages that are being translated: their files are kept, and not read. */
  drafting: z.array(z.string()).optional(),
  audience: z.array(z.enum(roleSectors)).min(1),
  hours: z.number().positive(),
  certificate: z.strictObject({ showScore: z.boolean().default(false) }).default({ showScore: false }),
  outline: z.array(activity).min(1),
  paths: microPaths.optional(),
  sources: z.record(id, factSource),
  review: z.array(z.string()).default([]),
});

/** A quiz of a course folder: its settings, and the questions that are in its file. */
export const quizFile = quizSettings.extend({ id: slug, questions: z.array(question).default([]) });

const surveyQuestionId = z.string().regex(/^S-[A-Z]\d+[a-z]?$/, "write S-A1, S-B2a …");

export const surveyQuestion = z.discriminatedUnion("type", [
  /** 1–5, or not applicable. */
  z.strictObject({ id: surveyQuestionId, type: z.literal("scale"), scale: slug }),
  /** Two 1–5 answers, before the course and now. */
  z.strictObject({ id: surveyQuestionId, type: z.literal("before-now"), scale: slug }),
  z.strictObject({
    id: surveyQuestionId,
    type: z.literal("choice"),
    options: z.array(z.string().regex(/^[A-Za-z0-9-]+$/)).min(2),
    /** Figures may be broken down by this background. */
    group: slug.optional(),
  }),
  z.strictObject({
    id: surveyQuestionId,
    type: z.literal("text"),
    maxLength: z.number().int().positive().max(2000),
  }),
  /** 0–10, for the Net Promoter Score. */
  z.strictObject({ id: surveyQuestionId, type: z.literal("nps") }),
]);

export const surveyFile = z.strictObject({
  id: slug,
  sections: z.array(z.strictObject({ id: z.string(), questions: z.array(surveyQuestionId).min(1) })).min(1),
  questions: z.array(surveyQuestion).min(1),
});

const text = z.string().min(1);
const texts = z.record(z.string(), text);

export const surveyText = z.strictObject({
  title: text,
  intro: text,
  sections: z.record(z.string(), z.strictObject({ title: text, intro: text.optional() })),
  scales: z.record(slug, z.array(text)),
  questions: z.record(
    surveyQuestionId,
    z.strictObject({ q: text, hint: text.optional(), options: texts.optional() }),
  ),
});

const pictureName = z.string().regex(/^[\w-][\w.-]*$/);

export const textFile = translatedFile.extend({
  course: z.strictObject({
    title: text,
    summary: text,
    contentNote: text,
    objectives: z.array(text).min(1),
  }),
  activities: z.record(
    slug,
    z.strictObject({
      title: text,
      summary: text.optional(),
      /** Of a video: what is said and shown, a blank line between paragraphs. */
      transcript: text.optional(),
    }),
  ),
  /** Of the sections of the outline. */
  sections: z.record(slug, z.strictObject({ title: text })).optional(),
  questions: z.record(id, questionText),
  surveys: z.record(slug, surveyText).default({}),
  /** What the terms mean that glossary.yaml gives an id. */
  terms: texts.optional(),
  /** Alternative texts of pictures by their names in media/, for trainers who put one into a lesson. */
  pictures: z.record(pictureName, text).optional(),
});

export type Activity = z.infer<typeof activity>;
export type AssignmentActivity = Extract<Activity, { kind: "assignment" }>;
export type PackageActivity = Extract<Activity, { kind: "package" }>;
export type MicroPaths = z.infer<typeof microPaths>;
export type FactSource = z.infer<typeof factSource>;
export type Quiz = z.infer<typeof quizFile>;
export type Survey = z.infer<typeof surveyFile>;
export type SurveyQuestion = z.infer<typeof surveyQuestion>;
export type SurveyText = z.infer<typeof surveyText>;
export type TextFile = z.infer<typeof textFile>;
/** What a language says of an activity. */
export type ActivityText = TextFile["activities"][string];
/** How far the texts of a package have come; `words` shows the places that `review` names. */
export type PackageTranslation = TranslationStatus & { isBehind: boolean; words: Record<string, string> };
/** What CourseText.text holds: the texts of questions belong to the questions. Trainers alone see the marks. */
export type CourseText = Omit<TextFile, "questions" | "review" | "source"> &
  Partial<Pick<TextFile, "review">> & {
    /** By lesson, as the heads of the lessons' files have them. */
    lessonTranslations?: Record<string, TranslationMark>;
    /** What was translated from a source that has changed since. */
    behind?: { texts: boolean; lessons: string[] };
    /** By package that the course makes itself. */
    packageTranslations?: Record<string, PackageTranslation>;
    /** Of the words that all packages of a kind share, by kind. */
    wordTranslations?: Record<string, PackageTranslation>;
  };

/** What CourseVersion.structure holds: the folder's structure without any text and without its quizzes. */
export const courseStructure = z.object({
  course: courseFile,
  surveys: z.record(slug, surveyFile),
  /** Page ids of each lesson, in order (the last is always "sources"), and the names of the packages in it. */
  lessons: z.record(
    slug,
    z.object({ pages: z.array(slug), facts: z.array(id), packages: z.array(slug).default([]) }),
  ),
});

export type CourseStructure = z.infer<typeof courseStructure>;
