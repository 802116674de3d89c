import { useEffect, useState } from "react";

import { useI18n } from "#app/platform/i18n.tsx";
import { shortDateTime } from "#app/platform/locale.ts";
import { siteZone } from "#app/platform/site-zone.ts";

/** A moment on the reader's own clock, where that is another than the site's; `where` has {time} in it. */
export function LocalTime({ at, where }: { at: Date | string; where: string }) {
  const { language } = useI18n();
  const [time, setTime] = useState<string | null>(null);
  useEffect(() => {
    const shown = (timeZone?: string) => shortDateTime(language, new Date(at), timeZone);
    setTime(shown() === shown(siteZone) ? null : shown());
  }, [at, language]);
  return time === null ? null : ` ${where.replace("{time}", time)}`;
}
