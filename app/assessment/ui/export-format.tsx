import type { Losses, WrittenFormat } from "#app/assessment/exchange/losses.ts";
import { useT } from "#app/platform/i18n.tsx";

import { formatKey } from "./import-list.tsx";

type Props = Losses & { format: WrittenFormat; bankId: string; language: string };

/** A format that a bank can be written in, and what it would lose. */
export function ExportFormat({ format, bankId, language, notWritten, losing }: Props) {
  const t = useT();
  const name = t(formatKey(format));
  return (
    <section className="card stack">
      <h2>{name}</h2>
      <p>{t(notWritten.length + losing.length === 0 ? "exchange.losesNothing" : "exchange.losesSome")}</p>
      <LossList summary={t("exchange.notWritten", { count: notWritten.length })} losses={notWritten} />
      <LossList summary={t("exchange.losing", { count: losing.length })} losses={losing} />
      <p>
        {/* A file, not a page. */}
        <a href={`/teach/banks/${bankId}/export/${format}?language=${language}`} download>
          {t("exchange.download", { format: name })}
        </a>
      </p>
    </section>
  );
}

function LossList({ summary, losses }: { summary: string; losses: Losses["losing"] }) {
  const t = useT();
  if (losses.length === 0) return null;
  return (
    <details>
      <summary>{summary}</summary>
      <ul className="mt-2 grid gap-1">
        {losses.map(({ name, reasons }) => (
          <li key={name}>
            <strong>{name}</strong>: {reasons.map(({ key, values }) => t(key, values)).join(" ")}
          </li>
        ))}
      </ul>
    </details>
  );
}
