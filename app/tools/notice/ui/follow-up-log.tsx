import { type FormEvent, useState } from "react";

import { useI18n } from "#app/platform/i18n.tsx";
import { localDay } from "#app/tools/notice/deadline.ts";
import type { LogEntry } from "#app/tools/notice/log.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextField } from "#app/ui/text-field.tsx";

import { useKeptLog } from "./use-kept-log.ts";

/** What was sent, what came back and what is next. Gone with the page, unless the reader asks the browser to keep it. */
export function FollowUpLog() {
  const { t, formatPartialDate } = useI18n();
  const { entries, isKept, hasFailed, change, keep, deleteAll } = useKeptLog();
  const [isWhatMissing, setIsWhatMissing] = useState(false);
  const [isDeleted, setIsDeleted] = useState(false);

  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const target = event.currentTarget;
    const form = new FormData(target);
    const read = (name: string) => String(form.get(name)).trim();
    setIsWhatMissing(read("logWhat") === "");
    setIsDeleted(false);
    if (read("logWhat") === "") return document.getElementById("logWhat")?.focus();
    const entry: LogEntry = {
      id: String(Date.now()),
      date: read("logDate"),
      what: read("logWhat"),
      answer: read("logAnswer"),
      next: read("logNext"),
    };
    change([...entries, entry]);
    target.reset();
    document.getElementById("logWhat")?.focus();
  }

  return (
    <section className="no-print grid min-w-0 gap-5">
      <h2>{t("notice.log")}</h2>
      <p>{t("notice.logLead")}</p>
      <form onSubmit={add} autoComplete="off" noValidate className="grid gap-5">
        <TextField
          name="logDate"
          label={t("notice.logDate")}
          type="date"
          defaultValue={localDay(new Date())}
        />
        <TextField
          name="logWhat"
          label={t("notice.logWhat")}
          hint={t("notice.logWhatHint")}
          error={isWhatMissing ? "notice.logWhatMissing" : undefined}
        />
        <TextField name="logAnswer" label={t("notice.logAnswer")} isOptional />
        <TextField name="logNext" label={t("notice.logNext")} isOptional />
        <p>
          <Button variant="secondary">{t("notice.logAdd")}</Button>
        </p>
      </form>
      <DataTable
        caption={t("notice.log")}
        isCaptionHidden
        emptyText={t("notice.logEmpty")}
        columns={[
          { key: "date", header: t("notice.logDate"), isUnbroken: true },
          { key: "what", header: t("notice.logWhat"), isRowHeader: true },
          { key: "answer", header: t("notice.logAnswer") },
          { key: "next", header: t("notice.logNext") },
          { key: "remove", header: t("notice.logRemove") },
        ]}
        rows={entries.map((entry) => ({
          ...entry,
          date: /^\d{4}-\d{2}-\d{2}$/.test(entry.date) ? formatPartialDate(entry.date) : "",
          remove: (
            <Button
              type="button"
              variant="quiet"
              onClick={() => change(entries.filter(({ id }) => id !== entry.id))}
            >
              {t("notice.logRemove")} <span className="sr-only">{entry.what}</span>
            </Button>
          ),
        }))}
      />
      <Notice kind="warning" title={t("notice.keepTitle")}>
        <p>{t("notice.keepWarning")}</p>
      </Notice>
      <label className="choice-row flex min-h-11 items-start gap-3 rounded-box border border-line bg-surface px-3 py-2.5 has-checked:border-ink has-checked:bg-tint">
        <input
          type="checkbox"
          checked={isKept}
          onChange={(event) => keep(event.currentTarget.checked)}
          className="choice"
        />
        <span>
          {t("notice.keep")}
          <span className="block text-sm text-slate">{t("notice.keepHint")}</span>
        </span>
      </label>
      <p>
        <Button
          type="button"
          variant="danger"
          onClick={() => {
            if (!window.confirm(t("notice.deleteSure"))) return;
            deleteAll();
            setIsDeleted(true);
          }}
        >
          {t("notice.deleteAll")}
        </Button>
      </p>
      <p role="status">
        {hasFailed && t("notice.keepFailed")}
        {isDeleted && t("notice.deleted")}
      </p>
    </section>
  );
}
