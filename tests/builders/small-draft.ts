import { importCourse } from "#app/authoring/course-import.server.ts";
import { beginDraft, requireDraft } from "#app/authoring/draft.server.ts";
import { addTrainer } from "#app/library/course-team.server.ts";
import { newId } from "#app/platform/id.ts";

import { administrator, trainer } from "./people.ts";
import { singleChoice } from "./questions.ts";
import { quizFolder, writeQuizFolder } from "./quiz-folder.ts";

/** The next version of a small course (a lesson "reading" with a question in it), and a trainer who writes it. */
export async function smallDraft(files: Record<string, string> = {}) {
  const slug = `drafted-${newId()}`;
  const folder = quizFolder(slug);
  writeQuizFolder(folder, {
    quizzes: [{ id: "in-lessons", mode: "check", questions: [singleChoice("C-1", { lesson: "reading" })] }],
    files: {
      "lessons/reading/en.md": "::page[Reading]{#reading}\n\nRead of deepfakes.\n\n::check{#C-1}\n",
      "lessons/reading/sr-Cyrl.md": "::page[Читање]{#reading}\n\nЧитајте.\n\n::check{#C-1}\n",
      ...files,
    },
  });
  await importCourse(folder);
  const [admin, vera] = [await administrator(), await trainer()];
  await addTrainer(admin, slug, vera.id);
  await beginDraft(vera, slug);
  return { slug, vera, draft: await requireDraft(vera, slug) };
}
