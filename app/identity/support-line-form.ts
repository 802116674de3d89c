import { z } from "zod";

import { clock } from "#app/platform/clock.ts";

import { jurisdictions } from "./background.ts";

const optional = z.string().trim().max(200, "admin.linesTooLong").default("");

/** A day, or nothing while nobody has dialled the line. */
const dialled = z
  .string()
  .trim()
  .default("")
  .transform((text, context) => {
    if (text === "") return null;
    if (!z.iso.date().safeParse(text).success) {
      context.addIssue({ code: "custom", message: "admin.linesDateWrong" });
      return z.NEVER;
    }
    const day = new Date(text);
    if (day > clock.now()) context.addIssue({ code: "custom", message: "admin.linesDateFuture" });
    return day;
  });

export const supportLineForm = z.object({
  jurisdiction: z.enum(jurisdictions, "admin.linesJurisdictionMissing"),
  name: z.string().trim().min(2, "admin.linesNameMissing").max(200, "admin.linesTooLong"),
  contact: z.string().trim().min(2, "admin.linesContactMissing").max(200, "admin.linesTooLong"),
  hours: optional,
  languages: optional,
  cost: optional,
  textOption: optional,
  lastDialledOn: dialled,
});

export type SupportLineForm = z.infer<typeof supportLineForm>;
