import { useT } from "#app/platform/i18n.tsx";
import { LookingExercise } from "#app/tools/provenance/ui/looking-exercise.tsx";
import { PictureReader } from "#app/tools/provenance/ui/picture-reader.tsx";
import { SampleList } from "#app/tools/provenance/ui/sample-list.tsx";
import { ToolPage } from "#app/tools/ui/tool-page.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { PageHandle } from "#app/ui/page-title.tsx";
import { useIsScripted } from "#app/ui/use-is-scripted.ts";

export const handle = { title: "tools.name_provenance" } satisfies PageHandle;

export default function ProvenancePage() {
  const t = useT();
  const isScripted = useIsScripted();
  return (
    <ToolPage name="provenance">
      <p>{t("provenance.madeByUs")}</p>
      {isScripted ? (
        <>
          <LookingExercise />
          <PictureReader />
        </>
      ) : (
        <section className="stack">
          <noscript>
            <Notice kind="warning">{t("tools.withoutScript")}</Notice>
          </noscript>
          <h2>{t("provenance.exerciseTitle")}</h2>
          <p>{t("provenance.lesson")}</p>
          <SampleList />
        </section>
      )}
      <section className="stack">
        <h2>{t("provenance.elsewhereTitle")}</h2>
        <p>{t("provenance.elsewhere")}</p>
        <p>{t("provenance.notTheTruth")}</p>
      </section>
    </ToolPage>
  );
}
