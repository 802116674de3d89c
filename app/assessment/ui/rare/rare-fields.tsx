import type { ComponentType } from "react";

import { type CompiledMessages, createI18n, type I18n, I18nProvider, useI18n } from "#app/platform/i18n.tsx";

import { BlanksFields } from "./blanks-fields.tsx";
import { DetectionFields } from "./detection-fields.tsx";
import { EssayFields } from "./essay-fields.tsx";
import { FileFields } from "./file-fields.tsx";
import { HotspotFields } from "./hotspot-fields.tsx";
import type { RareFieldsProps } from "./kind-props.ts";
import { WayFields } from "./way-fields.tsx";

export function RareFields({ asked: { q, rare }, given, errors }: RareFieldsProps) {
  const common = { q, given, errors };
  switch (rare.kind) {
    case "blanks":
      return <BlanksFields rare={rare} {...common} />;
    case "branching":
      return <WayFields rare={rare} {...common} />;
    case "hotspot":
      return <HotspotFields rare={rare} {...common} />;
    case "essay":
      return <EssayFields rare={rare} {...common} />;
    case "file":
      return <FileFields rare={rare} {...common} />;
    case "detection":
      return <DetectionFields rare={rare} {...common} />;
  }
}

/** The component with the texts of the area "questions", which the page itself has not loaded. */
export function withMessages<Props extends object>(
  messages: CompiledMessages,
  Component: ComponentType<Props>,
): ComponentType<Props> {
  return function WithMessages(props: Props) {
    const outer = useI18n();
    const own = createI18n(outer.language, messages);
    const t: I18n["t"] = (key, values) => (key in messages ? own : outer).t(key, values);
    return (
      <I18nProvider i18n={{ ...outer, t }}>
        <Component {...props} />
      </I18nProvider>
    );
  };
}
