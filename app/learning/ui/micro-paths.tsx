import { Form, Link, useSearchParams } from "@remix-run/react";

import { type Sector, sectors } from "#app/identity/background.ts";
import type { MicroPaths as Paths } from "#app/library/course-format.ts";
import { type MessageKey, useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";

import type { PathStep } from "../path.ts";

/** A step of the course; `state` only for its learner. */
type Lesson = { id: string; title: string; minutes: number; state?: PathStep["state"] };

const roleField = "role";

/** Shorter ways through a course: a refresher, and what serves one's role first. The role is chosen in the address. */
export function MicroPaths({
  paths,
  lessons,
  ownSector,
  linkOf,
}: {
  paths: Paths;
  lessons: Lesson[];
  ownSector: Sector | null;
  linkOf: (lessonId: string) => string;
}) {
  const t = useT();
  const asked = useSearchParams()[0].get(roleField);
  const roles = sectors.filter((sector) => sector !== "other");
  const role = roles.find((sector) => sector === (asked ?? ownSector));
  const inOrder = (ids: string[]) => ids.flatMap((id) => lessons.find((lesson) => lesson.id === id) ?? []);
  const refresher = inOrder(paths.refresher);
  return (
    <Disclosure summary={t("learn.paths")} isOpen={asked !== null}>
      <div className="stack">
        <p>{t("learn.pathsLead")}</p>
        <h2 className="text-lg">{t("learn.pathsRefresher", { minutes: minutesOf(refresher) })}</h2>
        <LessonPath lessons={refresher} linkOf={linkOf} />
        <h2 className="text-lg">{t("learn.pathsRole")}</h2>
        <Form method="get" preventScrollReset className="flex flex-wrap items-end gap-4">
          <SelectField
            key={role}
            name={roleField}
            label={t("learn.pathsChooseRole")}
            defaultValue={role ?? ""}
            options={[
              ...(role ? [] : [{ value: "", label: t("common.choose") }]),
              ...roles.map((sector) => ({
                value: sector,
                label: t(`common.sector_${sector.replaceAll("-", "_")}` as MessageKey),
              })),
            ]}
          />
          <Button variant="secondary">{t("learn.pathsShow")}</Button>
        </Form>
        {role && <LessonPath lessons={inOrder(paths.roles[role])} linkOf={linkOf} />}
      </div>
    </Disclosure>
  );
}

function LessonPath({ lessons, linkOf }: { lessons: Lesson[]; linkOf: (lessonId: string) => string }) {
  const t = useT();
  return (
    <>
      <ol className="grid list-decimal gap-2 ps-6">
        {lessons.map(({ id, title, minutes, state }) => (
          <li key={id}>
            {state === "locked" ? title : <Link to={linkOf(id)}>{title}</Link>}{" "}
            <span className="text-slate">({t("learn.minutes", { minutes })})</span>{" "}
            {state === "done" && <StatusTag kind="done">{t("learn.stateDone")}</StatusTag>}
            {state === "locked" && <StatusTag kind="locked">{t("learn.stateLocked")}</StatusTag>}
          </li>
        ))}
      </ol>
      <p className="text-slate">{t("learn.nextStepMinutes", { minutes: minutesOf(lessons) })}</p>
    </>
  );
}

function minutesOf(lessons: Lesson[]): number {
  return lessons.reduce((sum, { minutes }) => sum + minutes, 0);
}
