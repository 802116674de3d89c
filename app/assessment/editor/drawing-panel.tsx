import { crossesItself } from "#app/library/polygon.ts";
import { useT } from "#app/platform/i18n.tsx";
import { Button } from "#app/ui/button.tsx";

import { cornerWords } from "./placed-region.tsx";
import { leastCorners } from "./region-drawing.ts";
import type { RegionDrawing } from "./use-region-drawing.ts";

/** Below the picture: what comes next, buttons, what is wrong and what was done, and last how it is all done. */
export function DrawingPanel({ drawing }: { drawing: RegionDrawing }) {
  const t = useT();
  const { ids, isReady, said, drawn, shapeOf, isOpen, cornersOf, nameOf } = drawing;
  const polygons = ids.filter((id) => shapeOf(id) === "polygon");
  const crossing = polygons.filter((id) => !isOpen(id) && crossesItself(cornersOf(id)));
  return (
    <>
      {drawn !== undefined && <Drawn id={drawn} drawing={drawing} />}
      <ChosenCorner drawing={drawing} />
      <div role="status">
        {crossing.map((id) => (
          <p key={id} className="font-semibold text-brick">
            {t("bank.cornersCross", { part: nameOf(id) })}
          </p>
        ))}
      </div>
      <p role="status" className="text-slate">
        {said}
      </p>
      <figcaption className="grid gap-2 text-slate">
        <p>{t(isReady ? "bank.regionsDrawHint" : "bank.regionsPictureHint")}</p>
        {isReady && polygons.length > 0 && <p>{t("bank.cornersDrawHint")}</p>}
      </figcaption>
    </>
  );
}

/** The place that is not on the picture yet, or not whole. */
function Drawn({ id, drawing }: { id: string; drawing: RegionDrawing }) {
  const t = useT();
  const part = drawing.nameOf(id);
  const isPolygon = drawing.shapeOf(id) === "polygon";
  const count = isPolygon ? drawing.cornersOf(id).length : 0;
  const hint = count > 0 ? "bank.cornersNext" : isPolygon ? "bank.cornersUnplaced" : "bank.regionUnplaced";
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <p role="status" data-hint tabIndex={-1}>
        {t(hint, { part })}
      </p>
      {count === 0 && (
        <Button type="button" variant="quiet" onClick={() => drawing.putInMiddle(id)}>
          {t("bank.regionIntoMiddle")}
        </Button>
      )}
      {count >= leastCorners && (
        <Button type="button" variant="quiet" onClick={() => drawing.close(id)}>
          {t("bank.cornersClose")}
        </Button>
      )}
    </div>
  );
}

/** For fingers, which have no keys. */
function ChosenCorner({ drawing }: { drawing: RegionDrawing }) {
  const t = useT();
  const { id, handle } = drawing.chosen ?? { id: "", handle: null };
  const place = drawing.placeOf(id);
  if (place?.shape !== "polygon" || handle === null || handle >= place.at.length) return null;
  const words = cornerWords(t, drawing.nameOf(id), place.at, handle);
  return (
    <div role="group" aria-label={words["aria-label"]} className="flex flex-wrap items-center gap-x-4">
      <p className="basis-full">
        <strong className="font-semibold">{words["aria-label"]}</strong> {words["aria-valuetext"]}
      </p>
      <Button type="button" variant="quiet" onClick={() => drawing.addCornerAfter(id, handle)}>
        {t("bank.cornerAdd")}
      </Button>
      <Button type="button" variant="quiet" onClick={() => drawing.removeCorner(id, handle)}>
        {t("bank.cornerRemove")}
      </Button>
    </div>
  );
}
