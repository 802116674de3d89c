import type { Actor } from "#app/identity/actor.ts";

import {
  moveQuestions,
  moveToBank,
  restoreQuestions,
  retireQuestions,
  tagQuestions,
  untagQuestions,
} from "./bank-bulk.server.ts";
import type { BankFilter } from "./bank-filter.ts";
import type { BulkForm } from "./bank-form.ts";
import { matchingQuestions } from "./bank-search.server.ts";

/** Does what the form under a bank's list says; returns how many questions it changed. Throws like the acts. */
export async function changeListed(
  actor: Actor,
  bankId: string,
  filter: BankFilter,
  { intent, question, everything, category, tag, target }: BulkForm,
): Promise<number> {
  const ids = everything ? await matchingQuestions(actor, bankId, filter) : question;
  switch (intent) {
    case "move":
      return moveQuestions(actor, bankId, ids, category);
    case "tag":
      return tagQuestions(actor, bankId, ids, tag);
    case "untag":
      return untagQuestions(actor, bankId, ids, tag);
    case "retire":
      return retireQuestions(actor, bankId, ids);
    case "restore":
      return restoreQuestions(actor, bankId, ids);
    case "moveToBank":
      return moveToBank(actor, bankId, ids, target);
  }
}
