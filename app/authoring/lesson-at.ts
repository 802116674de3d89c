/** The lesson and language that a file of a course's folder holds; null for another file. */
export function lessonAt(path: string): { lesson: string; language: string } | null {
  const [, lesson, language] = /^lessons\/([^/]+)\/([^/]+)\.md$/.exec(path) ?? [];
  return lesson && language ? { lesson, language } : null;
}
