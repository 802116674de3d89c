import type { ReactNode } from "react";

import { boundsOf, type Place, type Point } from "./region-drawing.ts";

const tenths = [10, 20, 30, 40, 50, 60, 70, 80, 90];

export function Grid() {
  return (
    <g className="stroke-surface" strokeWidth="1" opacity="0.7">
      {tenths.map((at) => (
        <g key={at}>
          <line x1={`${at}%`} x2={`${at}%`} y1="0" y2="100%" />
          <line y1={`${at}%`} y2={`${at}%`} x1="0" x2="100%" />
        </g>
      ))}
    </g>
  );
}

/** Drawn twice, light under dark, so that it is seen on any picture. */
export function Outline({ place, isOpen = false }: { place: Place; isOpen?: boolean }) {
  const fill = isOpen ? "fill-none" : "fill-transparent";
  return (
    <>
      <Shape place={place} isOpen={isOpen} className={`${fill} stroke-surface`} width={6} />
      <Shape place={place} isOpen={isOpen} className={`${fill} stroke-accent`} width={3} />
    </>
  );
}

type ShapeProps = { place: Place; isOpen: boolean; className: string; width: number };

function Shape({ place, isOpen, className, width }: ShapeProps) {
  const look = { className, strokeWidth: width };
  switch (place.shape) {
    case "rect": {
      const [x, y, across, down] = place.at;
      return <rect x={`${x}%`} y={`${y}%`} width={`${across}%`} height={`${down}%`} {...look} />;
    }
    case "circle": {
      // Without ry the ellipse is a circle, whose radius is in percent of the width.
      const [x, y, radius] = place.at;
      return <ellipse cx={`${x}%`} cy={`${y}%`} rx={`${radius}%`} {...look} />;
    }
    case "polygon": {
      const Line = isOpen ? "polyline" : "polygon";
      return (
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
          <Line
            points={place.at.map((corner) => corner.join(",")).join(" ")}
            vectorEffect="non-scaling-stroke"
            {...look}
          />
        </svg>
      );
    }
  }
}

export function NumberTag({ place, n }: { place: Place; n: number }) {
  const [left, top, right, bottom] = boundsOf(place, 1);
  return (
    <At point={[(left + right) / 2, (top + bottom) / 2]}>
      <circle r="13" className="fill-surface stroke-ink" strokeWidth="2" />
      <text textAnchor="middle" dominantBaseline="central" className="fill-ink text-sm font-semibold">
        {n}
      </text>
    </At>
  );
}

/** Keeps its size and form on a picture of any size. */
export function At({ point: [x, y], children }: { point: Point; children: ReactNode }) {
  return (
    <svg x={`${x}%`} y={`${y}%`} overflow="visible">
      {children}
    </svg>
  );
}
