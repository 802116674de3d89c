import { z } from "zod";

import { isReservedAddress } from "../reserved-addresses.ts";
import { courseTitle } from "../new-course-form.ts";
import { foreignLanguages } from "./foreign-language.ts";

/** What a trainer chooses for a course that comes from another platform. */
export const foreignCourseForm = z.object({
  title: courseTitle,
  address: z
    .string()
    .trim()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "foreignCourse.addressForm")
    .max(60, "foreignCourse.addressForm")
    .refine((address) => !isReservedAddress(address), "outline.addressTaken"),
  language: z.enum(foreignLanguages, "foreignCourse.languageMissing"),
});

export type ForeignCourseForm = z.infer<typeof foreignCourseForm>;
