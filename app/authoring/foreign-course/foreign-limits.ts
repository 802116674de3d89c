import { minutes } from "#app/platform/clock.ts";

/** What a course of another platform may cost us, beside the limits of archives, XML and questions. */

/** Resources, activities, questions and files: the largest courses seen have a few thousand. */
export const maxParts = 20_000;

/** All pictures of the course together. */
export const maxCourseMediaBytes = 256 * 1024 ** 2;

/** All texts of the course together: a thousand pages have a tenth of that. */
export const maxCourseCharacters = 32_000_000;

/** Nobody reads more pages of another platform as one lesson. */
export const piecesOfALesson = 30;

/** A page of so many characters is one page; a longer one is cut at its headings. */
export const charactersOfAPage = 3000;

/** A page under a heading of its own has at least so many. */
export const leastOfAPage = 600;

/** Milliseconds that reading a course, or making one of it, may take; the largest seen take half a minute. */
export const longestTakeOver = minutes(5);

/** MiB, of the process that reads. */
export const maxTakeOverHeap = 512;

/** Files of one person that are read, looked at or made into a course, all at once. */
export const maxWaiting = 5;

/** What was sent is deleted after so long without a change. */
export const foreignKeptDays = 3;

/** Of a file that is sent in one piece, by a plain form. */
export const maxPlainBytes = 100 * 1024 ** 2;

/** Parts that are listed by name under one heading; all are counted. */
export const maxListed = 1000;
