import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";

export const width = 480;
export const height = 320;

type Paint = (context: SKRSContext2D, chance: () => number) => void;

/** Always the same pictures: numbers from 0 to 1 in an order that the seed alone decides (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A scene with the grain and the darker corners that a camera gives. */
export function paint(seed: number, ...layers: Paint[]): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const chance = chanceFrom(seed);
  for (const layer of layers) layer(context, chance);
  grain(context, chance);
  return canvas;
}

function grain(context: SKRSContext2D, chance: () => number) {
  const corners = context.createRadialGradient(240, 160, 120, 240, 160, 320);
  corners.addColorStop(0, "rgba(0,0,0,0)");
  corners.addColorStop(1, "rgba(0,0,0,0.35)");
  context.fillStyle = corners;
  context.fillRect(0, 0, width, height);
  const image = context.getImageData(0, 0, width, height);
  for (let at = 0; at < image.data.length; at += 4) {
    const light = (chance() + chance() - 1) * 14;
    for (let part = at; part < at + 3; part += 1) image.data[part] = (image.data[part] ?? 0) + light;
  }
  context.putImageData(image, 0, 0);
}

export function sky(...colours: string[]): Paint {
  return (context) => {
    const gradient = context.createLinearGradient(0, 0, 0, height);
    colours.forEach((colour, index) => gradient.addColorStop(index / (colours.length - 1), colour));
    context.fillStyle = gradient;
    context.fillRect(0, 0, width, height);
  };
}

/** A range of hills: a line of a few waves, filled to the bottom. */
export function hills(top: number, wave: number, colour: string, foot = colour): Paint {
  return (context, chance) => {
    const phases = [chance() * 7, chance() * 7, chance() * 7];
    context.beginPath();
    context.moveTo(0, height);
    for (let x = 0; x <= width; x += 2) {
      const y = phases.reduce(
        (sum, phase, index) =>
          sum + (wave / (index * 2 + 1)) * Math.sin(x / (90 / (index * 1.7 + 1)) + phase),
        top,
      );
      context.lineTo(x, y + chance() * 1.5);
    }
    context.lineTo(width, height);
    const gradient = context.createLinearGradient(0, top - wave, 0, height);
    gradient.addColorStop(0, colour);
    gradient.addColorStop(1, foot);
    context.fillStyle = gradient;
    context.fill();
  };
}

export function disc(x: number, y: number, radius: number, light: string, dark: string): Paint {
  return (context) => {
    const gradient = context.createRadialGradient(x - radius / 3, y - radius / 3, radius / 8, x, y, radius);
    gradient.addColorStop(0, light);
    gradient.addColorStop(1, dark);
    context.fillStyle = gradient;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
  };
}

/** Water that glitters from `top` down. */
export function water(top: number, colour: string, glitter: string): Paint {
  return (context, chance) => {
    context.fillStyle = colour;
    context.fillRect(0, top, width, height - top);
    context.fillStyle = glitter;
    for (let n = 0; n < 420; n += 1) {
      const depth = chance() ** 1.5;
      context.globalAlpha = 0.15 + chance() * 0.4;
      context.fillRect(chance() * width, top + depth * (height - top), 4 + depth * 34, 1 + depth * 1.5);
    }
    context.globalAlpha = 1;
  };
}

/** A table top with its front edge. */
export function table(top: number, light: string, dark: string): Paint {
  return (context, chance) => {
    const gradient = context.createLinearGradient(0, top, 0, height);
    gradient.addColorStop(0, light);
    gradient.addColorStop(1, dark);
    context.fillStyle = gradient;
    context.fillRect(0, top, width, height - top);
    context.strokeStyle = dark;
    context.globalAlpha = 0.25;
    for (let n = 0; n < 26; n += 1) {
      const y = top + chance() ** 2 * (height - top);
      context.beginPath();
      context.moveTo(0, y);
      context.bezierCurveTo(160, y + chance() * 8 - 4, 320, y + chance() * 8 - 4, width, y);
      context.stroke();
    }
    context.globalAlpha = 1;
  };
}

/** What lies under a thing when the light comes from above left. */
export function shadow(x: number, y: number, across: number): Paint {
  return (context) => {
    const gradient = context.createRadialGradient(x, y, 2, x, y, across);
    gradient.addColorStop(0, "rgba(0,0,0,0.55)");
    gradient.addColorStop(1, "rgba(0,0,0,0)");
    context.save();
    context.translate(0, y * 0.75);
    context.scale(1, 0.25);
    context.fillStyle = gradient;
    context.fillRect(x - across, y - across, 2 * across, 2 * across);
    context.restore();
  };
}

/** A vessel, turned from a profile of half-widths from its rim to its foot. */
export function vessel(
  x: number,
  top: number,
  step: number,
  halves: number[],
  light: string,
  dark: string,
): Paint {
  return (context) => {
    const widest = Math.max(...halves);
    const gradient = context.createLinearGradient(x - widest, 0, x + widest, 0);
    gradient.addColorStop(0, light);
    gradient.addColorStop(0.35, light);
    gradient.addColorStop(1, dark);
    context.fillStyle = gradient;
    context.beginPath();
    context.moveTo(x - (halves[0] ?? 0), top);
    halves.forEach((half, index) => context.lineTo(x - half, top + index * step));
    [...halves]
      .reverse()
      .forEach((half, index) => context.lineTo(x + half, top + (halves.length - 1 - index) * step));
    context.closePath();
    context.fill();
    context.fillStyle = dark;
    context.beginPath();
    context.ellipse(x, top, halves[0] ?? 0, (halves[0] ?? 0) / 5, 0, 0, 2 * Math.PI);
    context.fill();
  };
}

/** A row of houses, each a box with windows. */
export function houses(base: number, colours: string[]): Paint {
  return (context, chance) => {
    const across = width / colours.length;
    colours.forEach((colour, index) => {
      const tall = 90 + chance() * 110;
      const left = index * across;
      context.fillStyle = colour;
      context.fillRect(left, base - tall, across - 3, tall);
      context.fillStyle = "rgba(0,0,0,0.18)";
      context.fillRect(left + across * 0.72, base - tall, across * 0.28 - 3, tall);
      for (let y = base - tall + 14; y < base - 22; y += 28) {
        for (let x = left + 9; x < left + across - 16; x += 20) {
          context.fillStyle = chance() > 0.7 ? "#f6d98a" : "#2b3a44";
          context.fillRect(x, y, 9, 14);
        }
      }
    });
  };
}

/** Floor and walls of tiles that run to one point, too regular to be true. */
export function corridor(light: string, dark: string): Paint {
  return (context) => {
    for (let ring = 0; ring < 16; ring += 1) {
      const share = 0.8 ** ring;
      for (let tile = 0; tile < 12; tile += 1) {
        context.fillStyle = (ring + tile) % 2 === 0 ? light : dark;
        context.beginPath();
        context.moveTo(240, 150);
        const from = (tile / 12) * 2 * Math.PI;
        const to = ((tile + 1) / 12) * 2 * Math.PI;
        for (const angle of [from, to]) {
          context.lineTo(240 + Math.cos(angle) * 420 * share, 150 + Math.sin(angle) * 300 * share);
        }
        context.fill();
      }
    }
  };
}

/** Copies a part of the picture to another place, as an editor would. */
export function moved(x: number, y: number, across: number, tall: number, toX: number, toY: number): Paint {
  return (context) => {
    const part = context.getImageData(x, y, across, tall);
    context.putImageData(part, toX, toY);
  };
}

/** Brightens a part of the picture, softly. */
export function lit(x: number, y: number, radius: number): Paint {
  return (context) => {
    const gradient = context.createRadialGradient(x, y, 5, x, y, radius);
    gradient.addColorStop(0, "rgba(255,244,214,0.45)");
    gradient.addColorStop(1, "rgba(255,244,214,0)");
    context.fillStyle = gradient;
    context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
  };
}
