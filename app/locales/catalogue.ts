import type { WrittenLanguage } from "#app/platform/languages.ts";

import { status as bsStatus, texts as bs } from "./bs/texts.ts";
import { status as cnrStatus, texts as cnr } from "./cnr/texts.ts";
import { texts as en } from "./en/texts.ts";
import { status as mkStatus, texts as mk } from "./mk/texts.ts";
import { status as sqStatus, texts as sq } from "./sq/texts.ts";
import { status as srStatus, texts as sr } from "./sr-Cyrl/texts.ts";

type English = typeof en;

export type Area = keyof English;

/** "area.key" of every message. */
export type MessageKey = { [A in Area]: `${A}.${keyof English[A] & string}` }[Area];

/** Nothing may be missing in a language, unless another one stands in for what it does not say. */
type Complete = { [A in Area]: Record<keyof English[A], string> };
type Overrides = { [A in Area]?: Partial<Record<keyof English[A], string>> };

/** Every interface text that is written by hand: language → area → key → ICU message. */
export const catalogue = { en, sq, mk, "sr-Cyrl": sr, bs, cnr } satisfies Record<
  Exclude<WrittenLanguage, "cnr">,
  Complete
> & { cnr: Overrides };

/** How far the translations of the interface have come, and what a native speaker must check first. */
export const interfaceStatus: Record<Exclude<WrittenLanguage, "en">, unknown> = {
  sq: sqStatus,
  mk: mkStatus,
  "sr-Cyrl": srStatus,
  bs: bsStatus,
  cnr: cnrStatus,
};
