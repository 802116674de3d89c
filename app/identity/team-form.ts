import { z } from "zod";

import type { MessageKey } from "#app/platform/i18n.tsx";

/** Adds a person to a team or removes her; `missing` is said when nobody was chosen. For the browser and the server. */
export function teamForm(missing: MessageKey) {
  return z.object({ intent: z.enum(["add", "remove"]), person: z.string().min(1, missing) });
}
