import { Fragment } from "react";

import { certificateStepId } from "#app/library/certificate-step.ts";
import type { OutlineRules } from "#app/library/never-opening.ts";
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
 * Every step takes two rows of a table, so that what is drawn from or to its middle begins or ends between them, however
 * long its title is. It says nothing to screen readers that the words below do not. The lines are borders of cells: the
 * site's pages may not bring styles of their own.
 */
function Picture({ picture: { rows, waits, lanes }, steps }: { picture: PathPicture; steps: Step[] }) {
  const t = useT();
  const titleOf = useTitle(steps);
  const cells = (half: number) =>
    Array.from({ length: lanes + 1 }, (_, column) => (
      <td key={column} className={linesOf(waits, lanes, half, column)}>
        {column === lanes && waits.some(({ row }) => half === 2 * row + 1) && <Arrow />}
      </td>
    ));
  return (
    <table role="presentation" aria-hidden="true" className="border-separate border-spacing-0" data-path>
      <tbody>
        {rows.map(({ id, after, isUnreachable }, index) => (
          <Fragment key={id}>
            <tr>
              {cells(2 * index)}
              <td rowSpan={2} className="p-0 py-1">
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
              </td>
            </tr>
            <tr>{cells(2 * index + 1)}</tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

/**
 * The borders of a cell: a line down (or up) each lane, from the step that comes first to the one that waits, and one
 * across from each of them. `half` counts the rows of the table, two for each step; the last column holds the arrows.
 */
function linesOf(waits: PathWait[], lanes: number, half: number, column: number): string {
  const isDown = waits.some(({ row, sources, lane }) => {
    const [from, to] = [Math.min(row, ...sources), Math.max(row, ...sources)];
    return column === lanes - lane - 1 && half > 2 * from && half <= 2 * to;
  });
  const isAcross = waits.some(
    ({ row, sources, lane }) =>
      column >= lanes - lane - 1 && [row, ...sources].some((at) => half === 2 * at + 1),
  );
  const width = column === lanes ? "min-w-4" : "min-w-3";
  return `relative p-0 ${width} ${isDown ? "border-s-2" : ""} ${isAcross ? "border-t-2" : ""} border-control`;
}

function Arrow() {
  return (
    <svg viewBox="0 0 8 12" width="8" height="12" className="absolute -top-[7px] end-0 text-control">
      <path d="M0 0l8 6-8 6z" fill="currentColor" />
    </svg>
  );
}
