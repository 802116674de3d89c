import { seconds } from "./clock.ts";
import { lane } from "./lane.ts";
import {
  type Photograph,
  type PhotographFault,
  pictureFrom,
  pictureProcess,
} from "./picture-process.server.ts";

// One of 50 megapixels takes two seconds, and some hundred megabytes.
const longest = seconds(20);
const oneAtATime = lane(1);

/**
 * A JPEG, PNG, WebP or GIF made anew, its longer side at most 1600 pixels, a GIF as PNG: of the file that it came in
 * nothing else is left, no place and no device. Null for what cannot be read, in time and memory.
 */
export function photographAnew(bytes: Uint8Array): Promise<Photograph | PhotographFault | null> {
  return oneAtATime(async () => {
    const child = await pictureProcess();
    try {
      const made = await pictureFrom(child, { kind: "photograph", bytes }, longest);
      return made === "ended" ? null : (made as Photograph | PhotographFault | null);
    } finally {
      child.kill("SIGKILL");
    }
  });
}
