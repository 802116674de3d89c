/** The tools of the courses, each at `/tools/<name>`, and the course that teaches its use. */
export const courseOfTool = {
  "safe-contact": "digital-safety",
  "clean-up": "digital-safety",
  evidence: "digital-safety",
  provenance: "ai-abuse",
  triage: "takedown",
  notice: "takedown",
} as const;

export type ToolName = keyof typeof courseOfTool;

export const toolNames = Object.keys(courseOfTool) as ToolName[];

export function isToolName(name: string): name is ToolName {
  return Object.hasOwn(courseOfTool, name);
}
