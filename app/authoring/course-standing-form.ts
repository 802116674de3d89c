import { z } from "zod";

/** What can be done with a published course. Two of them take it from people, and are asked once. */
const standingChanges = ["unpublish", "publish", "archive", "restore"] as const;

export type StandingChange = (typeof standingChanges)[number];

export const standingForm = z
  .object({
    change: z.enum(standingChanges, "authoring.formDamaged"),
    confirmUnpublish: z.string().optional(),
    confirmArchive: z.string().optional(),
  })
  .refine(({ change, confirmUnpublish }) => change !== "unpublish" || confirmUnpublish === "yes", {
    path: ["confirmUnpublish"],
    message: "publishing.unconfirmed",
  })
  .refine(({ change, confirmArchive }) => change !== "archive" || confirmArchive === "yes", {
    path: ["confirmArchive"],
    message: "publishing.unconfirmed",
  });
