import { Form } from "@remix-run/react";

import type { JurisdictionView } from "#app/library/jurisdiction-view.server.ts";
import { useI18n } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/select-field.tsx";

/** What is known of a jurisdiction, in the middle of a lesson. In print nothing can be chosen. */
export function JurisdictionPart({ view, isPrint = false }: { view: JurisdictionView; isPrint?: boolean }) {
  const { language } = useI18n();
  return (
    <section lang={language} className="card stack">
      <h2>{view.title}</h2>
      {view.note && <p>{view.note}</p>}
      {view.fallback && <p>{view.fallback}</p>}
      <Notes view={view} />
      <Lines view={view} />
      {!isPrint && (
        <>
          <JurisdictionChoice view={view} />
          <p>
            <a href={`/jurisdictions${view.jurisdiction ? `?in=${view.jurisdiction}` : ""}`}>{view.toAll}</a>
          </p>
        </>
      )}
      <p className="text-sm text-slate">{view.footnote}</p>
    </section>
  );
}

function Notes({ view }: { view: JurisdictionView }) {
  return view.topics.map(({ id, notes }) => (
    <ul key={id} className="grid gap-3">
      {notes.map((note) => (
        <li key={note.id}>
          <p lang={note.lang}>{note.text}</p>
          <p className="text-sm text-slate">{note.status}</p>
        </li>
      ))}
    </ul>
  ));
}

function Lines({ view }: { view: JurisdictionView }) {
  if (!view.lines) return null;
  return (
    <div className="grid gap-2">
      <h3>{view.lines.title}</h3>
      <SupportLineList lines={view.lines} />
    </div>
  );
}

/** The lines of a jurisdiction, or that there is none yet. */
export function SupportLineList({
  lines: { none, lines },
}: {
  lines: NonNullable<JurisdictionView["lines"]>;
}) {
  if (none) return <p>{none}</p>;
  return (
    <ul className="grid gap-3">
      {lines.map(({ id, name, contact, details }) => (
        <li key={id}>
          <p>
            {name}: <strong className="whitespace-nowrap">{contact}</strong>
          </p>
          <p className="text-sm text-slate">{details.join(" ")}</p>
        </li>
      ))}
    </ul>
  );
}

/** Looks at another jurisdiction, by a plain form; nothing is stored. */
export function JurisdictionChoice({ view: { jurisdiction, choice } }: { view: JurisdictionView }) {
  return (
    <Form method="get" preventScrollReset className="flex flex-wrap items-end gap-3">
      <SelectField
        name="in"
        label={choice.label}
        options={choice.options}
        defaultValue={jurisdiction ?? ""}
      />
      <Button variant="secondary">{choice.button}</Button>
    </Form>
  );
}
