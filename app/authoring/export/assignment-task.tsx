import type { TaskPart } from "#app/assessment/portable-quiz.server.ts";
import { Prose } from "#app/ui/prose.tsx";

/** What is asked for, to be read. */
export function AssignmentTask({ task }: { task: TaskPart[] }) {
  return (
    <>
      {task.map(({ q, context }, index) => (
        <div key={index} className="stack">
          {context && <Prose html={context} />}
          <p>{q}</p>
        </div>
      ))}
    </>
  );
}
