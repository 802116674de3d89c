import { data, redirect } from "@remix-run/node";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";

import { changeJurisdiction } from "#app/identity/account.server.ts";
import { jurisdictions, readJurisdiction } from "#app/identity/background.ts";
import { findActor, requireActor } from "#app/identity/session.server.ts";
import { jurisdictionView } from "#app/library/jurisdiction-view.server.ts";
import { JurisdictionChoice, SupportLineList } from "#app/library/ui/jurisdiction-part.tsx";
import { SourcesList } from "#app/library/ui/sources-list.tsx";
import { endpoint, parseForm } from "#app/platform/http.server.ts";
import { useT } from "#app/platform/i18n.tsx";
import { languageOf } from "#app/platform/language.server.ts";
import { i18nFor } from "#app/platform/messages.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";

export const handle = { title: "learn.whereYouWork" } satisfies PageHandle;

const choiceForm = z.object({ jurisdiction: z.enum(jurisdictions) });

export const loader = endpoint(async ({ request }) => {
  const actor = await findActor(request);
  const i18n = i18nFor(languageOf(request));
  const jurisdiction = readJurisdiction(request.url) ?? actor?.jurisdiction ?? null;
  const view = await jurisdictionView(i18n, { jurisdiction, topic: null });
  const canSave = actor !== null && jurisdiction !== null && jurisdiction !== actor.jurisdiction;
  return {
    view,
    words: {
      lead: i18n.t("jurisdictions.lead"),
      save: canSave && i18n.t("jurisdictions.save"),
      saveHint: i18n.t("jurisdictions.saveHint"),
      saved: i18n.t("jurisdictions.saved"),
    },
  };
});

export const action = endpoint(async ({ request }) => {
  const actor = await requireActor(request);
  const { values, errors } = await parseForm(request, choiceForm);
  if (errors) return data(null, { status: 422 });
  await changeJurisdiction(actor, values.jurisdiction);
  return redirect("/jurisdictions?saved=1");
});

export default function JurisdictionsPage() {
  const t = useT();
  const { view, words } = useLoaderData<typeof loader>();
  const isSaved = useSearchParams()[0].has("saved");
  const numberOf = (fact: string) => view.sources.findIndex((source) => source.fact === fact) + 1;
  return (
    <div className="measure grid gap-8">
      <PageHeader title={view.title} lead={words.lead} />
      {isSaved && <Notice kind="success" title={words.saved} isStatus />}
      <JurisdictionChoice view={view} />
      {words.save && (
        <Form method="post" className="stack">
          <p>{words.saveHint}</p>
          <Button variant="secondary" name="jurisdiction" value={view.jurisdiction ?? ""}>
            {words.save}
          </Button>
        </Form>
      )}
      {view.note && <p>{view.note}</p>}
      {view.fallback && <Notice kind="info">{view.fallback}</Notice>}
      {view.lines && (
        <section className="stack">
          <h2>{view.lines.title}</h2>
          <SupportLineList lines={view.lines} />
        </section>
      )}
      {view.topics.map(({ id, title, notes }) => (
        <section key={id} className="stack">
          <h2>{title}</h2>
          <ul className="grid gap-4">
            {notes.map((note) => (
              <li key={note.id}>
                <p>
                  <span lang={note.lang}>{note.text}</span>{" "}
                  {note.facts.map((fact) => (
                    <sup key={fact}>
                      <a href={`#${fact}`}>[{numberOf(fact)}]</a>
                    </sup>
                  ))}
                </p>
                <p className="text-sm text-slate">{note.status}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {view.sources.length > 0 && (
        <section className="stack">
          <h2>{t("learn.sources")}</h2>
          <SourcesList sources={view.sources} />
        </section>
      )}
      <p className="text-sm text-slate">{view.footnote}</p>
    </div>
  );
}
