import { type FormEvent, useState } from "react";

import { type MessageKey, useI18n } from "#app/platform/i18n.tsx";
import { dayFile, deadlineAfter, localDay } from "#app/tools/notice/deadline.ts";
import { FactNumbers } from "#app/tools/ui/fact-numbers.tsx";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import { saveFile } from "./save-file.ts";

/** The day on which an answer is due or somebody looks again, counted from the day of sending. */
export function DeadlinePart({ knownFacts }: { knownFacts: string[] }) {
  const { t, formatPartialDate } = useI18n();
  const [due, setDue] = useState<string | null>(null);
  const [error, setError] = useState<{ field: "sentOn" | "days"; key: MessageKey } | null>(null);

  function count(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const sentOn = String(form.get("sentOn"));
    const days = form.get("dueBy") === "law" ? 2 : Number(form.get("days"));
    const day = deadlineAfter(sentOn, days);
    const isDayWrong = deadlineAfter(sentOn, 1) === null;
    setDue(day);
    if (day) return setError(null);
    setError(
      isDayWrong
        ? { field: "sentOn", key: "notice.sentOnWrong" }
        : { field: "days", key: "notice.daysWrong" },
    );
    document.getElementById(isDayWrong ? "sentOn" : "days")?.focus();
  }

  return (
    <section className="no-print grid gap-5">
      <h2>{t("notice.deadline")}</h2>
      <p>
        {t("notice.deadlineLead")} <FactNumbers facts={["F28"]} sourced={knownFacts} />
      </p>
      <form
        onSubmit={count}
        onChange={() => setDue(null)}
        autoComplete="off"
        noValidate
        className="grid gap-5"
      >
        <TextField
          name="sentOn"
          label={t("notice.sentOn")}
          type="date"
          defaultValue={localDay(new Date())}
          error={error?.field === "sentOn" ? error.key : undefined}
        />
        <RadioGroup
          name="dueBy"
          legend={t("notice.dueBy")}
          defaultValue="own"
          options={[
            { value: "own", label: t("notice.dueOwn") },
            { value: "law", label: t("notice.dueLaw"), hint: t("notice.dueLawHint") },
          ]}
        />
        <TextField
          name="days"
          label={t("notice.days")}
          hint={t("notice.daysHint")}
          inputMode="numeric"
          defaultValue="3"
          error={error?.field === "days" ? error.key : undefined}
        />
        <p>
          <Button variant="secondary">{t("notice.count")}</Button>
        </p>
      </form>
      <p role="status" className="font-semibold">
        {due && t("notice.due", { date: formatPartialDate(due) })}
      </p>
      {due && (
        <p>
          <Button
            type="button"
            variant="secondary"
            onClick={() =>
              saveFile(
                "calendar.ics",
                "text/calendar;charset=utf-8",
                dayFile({ day: due, title: t("notice.calendarTitle"), now: new Date() }),
              )
            }
          >
            {t("notice.toCalendar")}
          </Button>
        </p>
      )}
    </section>
  );
}
