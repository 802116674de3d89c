import { type KeyboardEvent, useEffect, useState } from "react";

import type { AskedRegion } from "#app/assessment/asked-question.ts";

/**
 * A picture with its regions, numbered as in the list that stands for it. Once scripts run, a region is chosen by
 * pressing it, which presses its control in the list: there is one answer, in one form.
 */
export function RegionPicture({
  image,
  alt,
  regions,
  chosen,
  onPress,
}: {
  image: string;
  alt: string;
  regions: AskedRegion[];
  /** Places of the regions that are chosen. */
  chosen: string[];
  onPress: (place: number) => void;
}) {
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <div className="relative inline-block max-w-full">
      <img src={image} alt={alt} className="block h-auto max-w-full" />
      <svg className="absolute inset-0 h-full w-full" aria-hidden={isReady ? undefined : true}>
        {regions.map((region, place) => {
          const isChosen = chosen.includes(String(place));
          return (
            <g
              key={place}
              {...(isReady
                ? {
                    role: "button",
                    tabIndex: 0,
                    "aria-pressed": isChosen,
                    "aria-label": `${place + 1}. ${region.name}`,
                    onClick: () => onPress(place),
                    onKeyDown: (event: KeyboardEvent) => {
                      if (event.key !== "Enter" && event.key !== " ") return;
                      event.preventDefault();
                      onPress(place);
                    },
                  }
                : {})}
              className="cursor-pointer"
            >
              <Outline region={region} isChosen={isChosen} />
              <PlaceNumber region={region} number={place + 1} />
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** Drawn twice, light under dark, so that it is seen on any picture. */
function Outline({ region, isChosen }: { region: AskedRegion; isChosen: boolean }) {
  return (
    <>
      <Shape region={region} className="fill-transparent stroke-surface" width={isChosen ? 8 : 5} />
      <Shape
        region={region}
        className={isChosen ? "fill-transparent stroke-accent" : "fill-transparent stroke-ink"}
        width={isChosen ? 5 : 2}
      />
    </>
  );
}

function Shape({ region, className, width }: { region: AskedRegion; className: string; width: number }) {
  const look = { className, strokeWidth: width };
  if (region.shape === "polygon") {
    const points = (region.at as [number, number][]).map((corner) => corner.join(",")).join(" ");
    return (
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
        <polygon points={points} vectorEffect="non-scaling-stroke" {...look} />
      </svg>
    );
  }
  const [x, y, across, down] = region.at as number[];
  if (region.shape === "circle") {
    // Without ry the ellipse is a circle, whose radius is in percent of the width.
    return <ellipse cx={`${x}%`} cy={`${y}%`} rx={`${across}%`} {...look} />;
  }
  return <rect x={`${x}%`} y={`${y}%`} width={`${across}%`} height={`${down}%`} {...look} />;
}

function PlaceNumber({ region, number }: { region: AskedRegion; number: number }) {
  const [x = 0, y = 0] = middleOf(region);
  return (
    <svg x={`${x}%`} y={`${y}%`} overflow="visible">
      <circle r="13" className="fill-surface stroke-ink" strokeWidth="2" />
      <text textAnchor="middle" dominantBaseline="central" className="fill-ink text-sm font-semibold">
        {number}
      </text>
    </svg>
  );
}

function middleOf({ shape, at }: AskedRegion): number[] {
  if (shape === "polygon") {
    const corners = at as [number, number][];
    const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
    return [mean(0), mean(1)];
  }
  const [x = 0, y = 0, across = 0, down = 0] = at as number[];
  return shape === "circle" ? [x, y] : [x + across / 2, y + down / 2];
}
