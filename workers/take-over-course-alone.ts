/**
 * Reads one course of another platform, or makes a course of it, and ends: the process that take-over-course starts. Its
 * arguments are the upload's id and an empty folder to work in.
 */
import { takeOver } from "#app/authoring/foreign-course/take-over.server.ts";

// The worker is gone; its job goes to another one.
process.once("disconnect", () => process.exit(1));
await takeOver(process.argv[2] as string, process.argv[3] as string);
process.exit(0);
