import { type ComponentType, lazy, Suspense } from "react";

import { type CompiledMessages, useT } from "#app/platform/i18n.tsx";

import type { RareFieldsProps } from "./rare/kind-props.ts";

type Props = RareFieldsProps & {
  /** Where the texts of these controls are. */
  messagesUrl: string;
};

/**
 * The controls of types that few quizzes have, in a file and with texts of their own, because every lesson's page would
 * have to carry them otherwise. The server's HTML holds them at once, so they work before, and without, that file.
 */
export function RareFields({ messagesUrl, ...props }: Props) {
  const Fields = fieldsWith(messagesUrl);
  const t = useT();
  return (
    <Suspense fallback={<p className="text-lg font-semibold">{props.asked.q || t("quiz.questionTitle")}</p>}>
      <Fields {...props} />
    </Suspense>
  );
}

/** On the server it is there before the first page is asked for: what React waits for would come as a script. */
const onServer: ComponentType<RareFieldsProps> | null = import.meta.env.SSR
  ? (await import("./rare/rare-fields.tsx")).RareFields
  : null;

const inBrowser = new Map<string, ComponentType<RareFieldsProps>>();

function fieldsWith(messagesUrl: string): ComponentType<RareFieldsProps> {
  if (onServer) return onServer;
  const known = inBrowser.get(messagesUrl) ?? lazy(() => load(messagesUrl));
  inBrowser.set(messagesUrl, known);
  return known;
}

async function load(messagesUrl: string): Promise<{ default: ComponentType<RareFieldsProps> }> {
  const [{ RareFields, withMessages }, messages] = await Promise.all([
    import("./rare/rare-fields.tsx"),
    fetch(messagesUrl).then((response) => response.json() as Promise<CompiledMessages>),
  ]);
  return { default: withMessages(messages, RareFields) };
}
