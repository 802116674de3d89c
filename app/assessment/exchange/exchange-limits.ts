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

/** All files of the questions of one import together. */
export const maxImportMediaBytes = 512 * 1024 ** 2;
