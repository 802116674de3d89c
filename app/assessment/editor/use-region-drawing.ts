import { type RefObject, useEffect, useRef, useState } from "react";

import { useT } from "#app/platform/i18n.tsx";

import {
  cornersIn,
  drawnPlace,
  leastCorners,
  middleAfter,
  type Place,
  placeIn,
  type Point,
  withCorner,
} from "./region-drawing.ts";
import { useRegionFields } from "./use-region-fields.ts";

/** What can be taken hold of: a place, or one of its handles. */
export type Grip = { id: string; handle: number | null };

export type RegionDrawing = ReturnType<typeof useRegionDrawing>;

/**
 * The places on a picture, as the fields of the form have them, and what can be done to them. A polygon that is begun
 * stays open, each press adding a corner, until it is closed. `said` tells what was done to those who cannot see it.
 */
export function useRegionDrawing(around: RefObject<HTMLElement>, aspect: () => number) {
  const t = useT();
  const { ids, fields, isReady, write } = useRegionFields(around);
  const { chosen, setChosen, focusOn } = useGripFocus(around);
  const [begun, setBegun] = useState<string | null>(null);
  const [said, setSaid] = useState("");

  const shapeOf = (id: string): Place["shape"] => {
    const shape = fields[`region.${id}.shape`];
    return shape === "circle" || shape === "polygon" ? shape : "rect";
  };
  const isBegun = begun !== null && ids.includes(begun) && shapeOf(begun) === "polygon";
  /** The place that a press on the picture draws. */
  const drawn = !isReady ? undefined : isBegun ? begun : ids.find((id) => !placeIn(fields, id));
  const isOpen = (id: string) => id === drawn && shapeOf(id) === "polygon";
  const cornersOf = (id: string) => cornersIn(fields, id);
  const placeOf = (id: string): Place | null => {
    if (!isOpen(id)) return placeIn(fields, id);
    const at = cornersOf(id);
    return at.length > 0 ? { shape: "polygon", at } : null;
  };
  const nameOf = (id: string) => t("bank.regionN", { n: ids.indexOf(id) + 1 });

  const put = (id: string, place: Place, sentence = "") => {
    write(id, place);
    setSaid(sentence);
  };
  /** Before the corner at `handle`; returns the place with it. */
  const addCorner = (id: string, handle: number, point: Point): Place => {
    const at = withCorner(cornersOf(id), handle, point);
    if (isOpen(id)) setBegun(id);
    put(id, { shape: "polygon", at }, t("bank.cornerAdded", { n: handle + 1, count: at.length }));
    focusOn({ id, handle });
    return { shape: "polygon", at };
  };
  const addCornerAfter = (id: string, handle: number) =>
    addCorner(id, handle + 1, middleAfter(cornersOf(id), handle));
  /** A closed polygon keeps three corners; of one that is begun, every corner can be taken back. */
  const removeCorner = (id: string, handle: number) => {
    const at = cornersOf(id).filter((_, index) => index !== handle);
    if (!isOpen(id) && at.length < leastCorners) return setSaid(t("bank.cornersLeast"));
    put(id, { shape: "polygon", at }, t("bank.cornerRemoved", { n: handle + 1, count: at.length }));
    focusOn({ id, handle: Math.min(handle, at.length - 1) });
  };
  const close = (id: string) => {
    if (!isOpen(id)) return;
    const count = cornersOf(id).length;
    if (count < leastCorners) return setSaid(t("bank.cornersLeast"));
    setBegun(null);
    setSaid(t("bank.cornersClosed", { part: nameOf(id), count }));
    focusOn({ id, handle: 0 });
  };
  const putInMiddle = (id: string) => {
    const middle = drawnPlace(shapeOf(id), [40, 40], [60, 60], aspect());
    if (middle) put(id, middle);
    focusOn({ id, handle: null });
  };

  return {
    ...{ ids, isReady, drawn, chosen, said, aspect, shapeOf, isOpen, cornersOf, placeOf, nameOf },
    ...{ write, put, setChosen, addCorner, addCornerAfter, removeCorner, close, putInMiddle },
  };
}

export function gripName({ id, handle }: Grip): string {
  return `${id} ${handle ?? ""}`;
}

/** What was last gone to, and the way to go to what is there only after the next rendering, or else to the hint. */
function useGripFocus(around: RefObject<HTMLElement>) {
  const [chosen, setChosen] = useState<Grip | null>(null);
  const wanted = useRef<Grip | null>(null);
  useEffect(() => {
    if (!wanted.current) return;
    const name = gripName(wanted.current);
    const grips = around.current?.querySelectorAll<SVGElement>("[data-grip]") ?? [];
    const hint = around.current?.querySelector<HTMLElement>("[data-hint]");
    ([...grips].find(({ dataset }) => dataset.grip === name) ?? hint)?.focus();
    wanted.current = null;
  });
  const focusOn = (grip: Grip) => {
    wanted.current = grip;
    setChosen(grip);
  };
  return { chosen, setChosen, focusOn };
}
