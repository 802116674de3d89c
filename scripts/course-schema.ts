/** `npm run courses:schema`: writes the JSON Schema of a course folder's YAML files, for editors. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { courseJsonSchema } from "#app/library/course-json-schema.ts";

writeFileSync(
  join(import.meta.dirname, "..", "docs", "course-format.schema.json"),
  `${JSON.stringify(courseJsonSchema(), null, 2)}\n`,
);
