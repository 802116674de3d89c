import { useMatches } from "@remix-run/react";

import { type MessageKey, useT } from "#app/platform/i18n.tsx";

/** What every route with a page exports as `handle`. Titles are neutral: a screen may be seen by somebody else. */
export type PageHandle = { title: MessageKey };

/** The document's title: page, or what went wrong in its place, then site. */
export function PageTitle({ siteName, error }: { siteName: string; error?: MessageKey }) {
  const t = useT();
  const handle = useMatches()
    .map((match) => match.handle as PageHandle | undefined)
    .findLast((candidate) => candidate?.title);
  const title = error ?? handle?.title;
  return <title>{title ? `${t(title)} · ${siteName}` : siteName}</title>;
}
