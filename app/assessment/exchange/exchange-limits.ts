import { seconds } from "#app/platform/clock.ts";

/** What a file of questions may cost us. */

/** A file that is read whole: XML with pictures inside is the largest seen, at 27 MB. */
export const maxQuestionFileBytes = 64 * 1024 ** 2;

/** One text: a long reading passage has 20,000 characters. */
export const maxTextCharacters = 200_000;

/** One file of a question: a short film. */
export const maxMediaBytes = 100 * 1024 ** 2;

export const maxQuestions = 10_000;

/** Of a text; fifty for every question. */
export const maxLines = 500_000;

/** Of one line: ten times the longest text. */
export const maxLineCharacters = 10 * maxTextCharacters;

/** Answers, gaps, words and the like of one question: a person reads a hundred at most. */
export const maxParts = 2000;

/** Of a file in JSON: values, and how deep they lie in one another. */
export const maxJsonValues = 3_000_000;
export const maxJsonDepth = 64;

/** All files of the questions of one import together. */
export const maxImportMediaBytes = 512 * 1024 ** 2;

/** Milliseconds. 10,000 questions take some seconds, half of this on a crowded machine; proxies wait for a minute. */
export const longestReading = seconds(45);

/** MiB, of the process that reads: 10,000 questions fit. */
export const maxReadingHeap = 512;

/** What is read, without pictures, as the web process takes it over at once: 10,000 questions fit. */
export const maxReadBytes = 32 * 1024 ** 2;
