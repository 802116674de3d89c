import { type ComponentType, lazy, Suspense, useState } from "react";

import { type CompiledMessages, useT } from "#app/platform/i18n.tsx";

import type { RareFieldsProps } from "./rare/kind-props.ts";

type Props = RareFieldsProps & {
  /** Where the texts of these controls are. */
  messagesUrl: string;
};

type Fields = ComponentType<RareFieldsProps>;

/** On the server it is there before the first page is asked for: what React waits for would come as a script. */
const onServer: Fields | null = import.meta.env.SSR
  ? (await import("./rare/rare-fields.tsx")).RareFields
  : null;

const atHand = new Map<string, Fields>();
const onTheWay = new Map<string, Fields>();

/**
 * The controls of types that few quizzes have, in a file and with texts of their own, because every lesson's page would
 * have to carry them otherwise. The server's HTML holds them at once, so they work before, and without, that file.
 */
export function RareFields({ messagesUrl, ...props }: Props) {
  const [Controls] = useState(() => onServer ?? atHand.get(messagesUrl));
  return Controls ? (
    <div className="contents" data-rare-fields={messagesUrl}>
      <Controls {...props} />
    </div>
  ) : (
    <RareFieldsToCome messagesUrl={messagesUrl} {...props} />
  );
}

/** On pages that the browser itself makes: there is no field yet that somebody could be writing in. */
function RareFieldsToCome({ messagesUrl, ...props }: Props) {
  const t = useT();
  const Controls = onTheWay.get(messagesUrl) ?? lazy(async () => ({ default: await load(messagesUrl) }));
  onTheWay.set(messagesUrl, Controls);
  return (
    <Suspense fallback={<p className="text-lg font-semibold">{props.asked.q || t("quiz.questionTitle")}</p>}>
      <Controls {...props} />
    </Suspense>
  );
}

/**
 * Brings the controls that the server's page shows; to be awaited before React takes the page over. A part that is not
 * there yet React drops, with what somebody is writing in it, as soon as anything around it changes (its error 421).
 */
export async function bringRareFields(messagesUrl: string): Promise<void> {
  atHand.set(messagesUrl, await load(messagesUrl));
}

async function load(messagesUrl: string): Promise<Fields> {
  const [{ RareFields, withMessages }, messages] = await Promise.all([
    import("./rare/rare-fields.tsx"),
    fetch(messagesUrl).then((response) => response.json() as Promise<CompiledMessages>),
  ]);
  return withMessages(messages, RareFields);
}
