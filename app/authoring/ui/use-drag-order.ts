import { type DragEvent, useRef } from "react";

/** Lets items of a list be dragged over one another; `move` is told the item and its new place, counted from 0. */
export function useDragOrder(move: (id: string, place: number) => void) {
  const dragged = useRef<string | null>(null);
  return (id: string, place: number) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      dragged.current = id;
      event.dataTransfer.effectAllowed = "move";
      // Firefox begins no drag without data.
      event.dataTransfer.setData("text/plain", id);
    },
    onDragOver: (event: DragEvent) => {
      if (dragged.current !== null) event.preventDefault();
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      if (dragged.current !== null && dragged.current !== id) move(dragged.current, place);
      dragged.current = null;
    },
    onDragEnd: () => {
      dragged.current = null;
    },
  });
}
