import { useI18n, useT } from "#app/platform/i18n.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";

import type { MadeActivity } from "../foreign-course/drafted-course.ts";
import type { ForeignPreview, LeftOutGroup } from "../foreign-course/foreign-preview.ts";

/** As many are shown at once; more are opened. */
const shownAtOnce = 12;

/** What a course of another platform becomes here: how much of what, and the steps in order. */
export function Becomes({ preview }: { preview: ForeignPreview }) {
  const { t } = useI18n();
  const { contents, pictures } = preview;
  return (
    <section className="stack">
      <h2>{t("foreignCourse.becomesTitle")}</h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-1 font-semibold">
        {countsOf(contents, pictures).map(([key, count]) => (
          <li key={key}>{t(`foreignCourse.${key}`, { count })}</li>
        ))}
      </ul>
      {contents.length <= shownAtOnce ? (
        <Steps contents={contents} />
      ) : (
        <Disclosure summary={t("foreignCourse.showSteps", { count: contents.length })}>
          <Steps contents={contents} />
        </Disclosure>
      )}
    </section>
  );
}

type Count =
  "countLessons" | "countQuizzes" | "countQuestions" | "countPackages" | "countFiles" | "countPictures";

function countsOf(contents: MadeActivity[], pictures: number): [Count, number][] {
  const ofKind = (kind: MadeActivity["kind"]) => contents.filter((one) => one.kind === kind).length;
  const questions = contents.reduce((sum, one) => sum + ("questions" in one ? one.questions : 0), 0);
  const counts: [Count, number][] = [
    ["countLessons", ofKind("lesson")],
    ["countQuizzes", ofKind("quiz")],
    ["countQuestions", questions],
    ["countPackages", ofKind("package")],
    ["countFiles", ofKind("file")],
    ["countPictures", pictures],
  ];
  return counts.filter(([, count]) => count > 0);
}

function Steps({ contents }: { contents: MadeActivity[] }) {
  const t = useT();
  return (
    <ol className="grid list-decimal gap-1 ps-7">
      {contents.map((activity, index) => (
        <li key={index}>
          <span className="font-semibold wrap-anywhere">{activity.title}</span>
          <span className="text-slate"> · {contentWords(t, activity)}</span>
        </li>
      ))}
    </ol>
  );
}

function contentWords(t: ReturnType<typeof useT>, activity: MadeActivity): string {
  if (activity.kind === "lesson") return t("foreignCourse.content_lesson", { count: activity.pages });
  return "questions" in activity
    ? t(`foreignCourse.content_${activity.kind}`, { count: activity.questions })
    : t(`foreignCourse.content_${activity.kind}`);
}

/** What is left out, by reasons; each opens to the names of its parts. */
export function LeftOutParts({ groups }: { groups: LeftOutGroup[] }) {
  const t = useT();
  return (
    <section className="stack">
      <h2>{t("foreignCourse.leftTitle")}</h2>
      {groups.length === 0 && <p>{t("foreignCourse.leftNone")}</p>}
      <ul className="grid gap-3">
        {groups.map(({ reason, parts, count }, index) => (
          <li key={index} className="card grid gap-1">
            <p className="wrap-anywhere">{t(reason.key, reason.values)}</p>
            <Disclosure summary={t("foreignCourse.leftShow", { count })}>
              <ul className="grid gap-1">
                {parts.map(({ name, kind }, at) => (
                  <li key={at}>
                    <span className="wrap-anywhere">{name}</span>
                    <span className="text-slate"> · {t(`foreignCourse.part_${kind}`)}</span>
                  </li>
                ))}
                <More all={count} shown={parts.length} />
              </ul>
            </Disclosure>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is taken over and is not as it was. */
export function Changed({ preview: { changed, changedCount } }: { preview: ForeignPreview }) {
  const t = useT();
  return (
    <section className="stack">
      <h2>{t("foreignCourse.changedTitle")}</h2>
      {changed.length === 0 ? (
        <p>{t("foreignCourse.changedNone")}</p>
      ) : (
        <Disclosure summary={t("foreignCourse.changedShow", { count: changedCount })}>
          <ul className="grid gap-3">
            {changed.map(({ name, kind, notes }, index) => (
              <li key={index}>
                <span className="font-semibold wrap-anywhere">{name}</span>
                <span className="text-slate"> · {t(`foreignCourse.part_${kind}`)}</span>
                <ul className="list-disc ps-5">
                  {notes.map((note, at) => (
                    <li key={at} className="wrap-anywhere">
                      {t(note.key, note.values)}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
            <More all={changedCount} shown={changed.length} />
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

function More({ all, shown }: { all: number; shown: number }) {
  const t = useT();
  return all > shown ? (
    <li className="text-slate">{t("foreignCourse.more", { count: all - shown })}</li>
  ) : null;
}
