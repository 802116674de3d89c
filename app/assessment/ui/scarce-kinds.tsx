import { useT } from "#app/platform/i18n.tsx";
import { Notice } from "#app/ui/notice.tsx";

import type { CertainKinds } from "../certain-kinds.ts";

/** Says that a least d′ is asked for, and attempts may have too few questions of a kind for it. */
export function ScarceKinds({ scarce }: { scarce: CertainKinds & { fewest: number } }) {
  const t = useT();
  return (
    <Notice kind="warning" title={t("quizzes.scarceTitle")} isStatus>
      {t("quizzes.scarce", scarce)}
    </Notice>
  );
}
