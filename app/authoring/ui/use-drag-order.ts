import { type DragEvent, useRef } from "react";

/** Lets things of a list be dragged over one another; `move` is told what was dragged and what it was dropped on. */
export function useDragOrder<Thing>(move: (dragged: Thing, target: Thing) => void) {
  const dragged = useRef<Thing | null>(null);
  return (thing: Thing) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      dragged.current = thing;
      event.dataTransfer.effectAllowed = "move";
      // Firefox begins no drag without data.
      event.dataTransfer.setData("text/plain", "");
    },
    onDragOver: (event: DragEvent) => {
      if (dragged.current !== null) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      if (dragged.current !== null) move(dragged.current, thing);
      dragged.current = null;
    },
    onDragEnd: () => {
      dragged.current = null;
    },
  });
}
