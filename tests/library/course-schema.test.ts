import { readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { courseJsonSchema } from "#app/library/course-json-schema.ts";

test("the published JSON Schema is that of the code (npm run courses:schema writes it)", () => {
  const published = readFileSync(join(import.meta.dirname, "../../docs/course-format.schema.json"), "utf8");
  expect(JSON.parse(published)).toEqual(courseJsonSchema());
});
