import { useT } from "#app/platform/i18n.tsx";

import type { Condition } from "../steps.ts";

/** When a step is needed, in words; nothing where it always is. */
export function useConditionText(): (condition: Condition | undefined) => string {
  const t = useT();
  return (condition) => {
    if (!condition) return "";
    const { things, reach, isNotNow, isWithoutEmail } = condition;
    return [
      things && t("cleanUp.if_things", { things: things.map((one) => t(`cleanUp.thing_${one}`)).join("; ") }),
      reach && t(`cleanUp.if_${reach}`),
      isNotNow && t("cleanUp.if_notNow"),
      isWithoutEmail && t("cleanUp.if_noEmail"),
    ]
      .filter(Boolean)
      .join(" ");
  };
}
