import { z } from "zod";

import { courseFile, quizFile, surveyFile, textFile } from "./course-format.ts";
import { glossaryFile } from "./glossary.ts";

/** JSON Schema of each kind of file in a course folder, under `$defs`; what a person writes, before defaults. */
export function courseJsonSchema() {
  const definitions = {
    course: courseFile,
    quiz: quizFile,
    survey: surveyFile,
    text: textFile,
    glossary: glossaryFile,
  };
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Files of a Sigurna course folder",
    $defs: Object.fromEntries(
      Object.entries(definitions).map(([name, schema]) => {
        const { $schema: _dialect, ...definition } = z.toJSONSchema(schema, { io: "input" });
        return [name, definition];
      }),
    ),
  };
}
