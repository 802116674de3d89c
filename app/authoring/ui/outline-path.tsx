import type { CSSProperties } from "react";

import { certificateStepId } from "#app/library/certificate-step.ts";
import type { OutlineRules } from "#app/library/outline-circles.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

import { type PathPicture, pathPicture, type PathRow, type PathWait } from "../outline-path.ts";
import { stepTitles } from "./step-titles.ts";

type Step = OutlineRules & { title: string };

/** A picture of which step waits for which, with the same in words. */
export function OutlinePath({ steps }: { steps: Step[] }) {
  const t = useT();
  const picture = pathPicture(steps);
  const hidden = steps.filter((step) => step.hidden).map(({ id }) => id);
  return (
    <section className="stack" aria-labelledby="path-title">
      <h2 id="path-title">{t("outline.path")}</h2>
      <p className="text-slate">{t("outline.pathLead")}</p>
      <Picture picture={picture} steps={steps} />
      {hidden.length > 0 && <p>{t("outline.pathHidden", { titles: stepTitles(t, steps, hidden) })}</p>}
      <Disclosure summary={t("outline.pathInWords")}>
        <ul className="list-disc ps-5">
          {picture.rows.map((row) => (
            <li key={row.id}>
              <InWords row={row} steps={steps} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}

function InWords({ row: { id, after, isUnreachable }, steps }: { row: PathRow; steps: Step[] }) {
  const t = useT();
  const title = useTitle(steps)(id);
  if (after.length === 0) return t("outline.pathOpen", { title });
  const titles = stepTitles(t, steps, after);
  return t(isUnreachable ? "outline.pathNeverAfter" : "outline.pathAfter", { title, titles });
}

function useTitle(steps: Step[]) {
  const t = useT();
  return (id: string) =>
    id === certificateStepId ? t("outline.certificateTitle") : stepTitles(t, steps, [id]);
}

/**
 * Every step takes two lines of a grid, so that what is drawn from or to its middle begins or ends between them, however
 * long its title is. It says nothing to screen readers that the words below do not.
 */
function Picture({ picture: { rows, waits, lanes }, steps }: { picture: PathPicture; steps: Step[] }) {
  const t = useT();
  const titleOf = useTitle(steps);
  const style = { gridTemplateColumns: `repeat(${lanes}, 0.75rem) 1rem minmax(0, 1fr)` };
  return (
    <div aria-hidden="true" className="grid" style={style} data-path>
      {waits.map((wait) => (
        <WaitLines key={wait.row} wait={wait} lanes={lanes} />
      ))}
      {rows.map(({ id, after, isUnreachable }, index) => (
        <div
          key={id}
          style={{ gridRow: `${2 * index + 1} / span 2`, gridColumn: lanes + 2 }}
          className="py-1"
        >
          <div
            className={`rounded-box border bg-surface px-3 py-2 ${
              isUnreachable ? "border-2 border-dashed border-brick" : "border-line"
            }`}
          >
            <span className="font-semibold">{titleOf(id)}</span>{" "}
            {isUnreachable && <StatusTag kind="wrong">{t("outline.pathNever")}</StatusTag>}
            {after.length === 0 && !isUnreachable && (
              <span className="block text-sm text-slate">{t("outline.openAtOnce")}</span>
            )}
          </div>
        </div>
      ))}
    </div>
  );
}

/** One line down (or up) the lane, one from each step that comes first, and an arrow to the step that waits. */
function WaitLines({ wait: { row, sources, lane }, lanes }: { wait: PathWait; lanes: number }) {
  const column = lanes - lane;
  const [from, to] = [Math.min(row, ...sources), Math.max(row, ...sources)];
  const across = (at: number): CSSProperties => ({
    gridRow: 2 * at + 2,
    gridColumn: `${column} / ${lanes + 2}`,
  });
  return (
    <>
      <span
        className="border-s-2 border-control"
        style={{ gridRow: `${2 * from + 2} / ${2 * to + 2}`, gridColumn: column }}
      />
      {sources.map((source) => (
        <span key={source} className="border-t-2 border-control" style={across(source)} />
      ))}
      <span className="relative border-t-2 border-control" style={across(row)}>
        <Arrow />
      </span>
    </>
  );
}

function Arrow() {
  return (
    <svg viewBox="0 0 8 12" width="8" height="12" className="absolute -top-[7px] end-0 text-control">
      <path d="M0 0l8 6-8 6z" fill="currentColor" />
    </svg>
  );
}
