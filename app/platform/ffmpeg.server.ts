import { spawn, spawnSync } from "node:child_process";

import { seconds } from "./clock.ts";

let isThere: boolean | undefined;

/** Whether this machine can convert films; looked at once. */
export function hasFfmpeg(): boolean {
  isThere ??= spawnSync("ffmpeg", ["-version"], { stdio: "ignore", timeout: seconds(10) }).status === 0;
  return isThere;
}

/** How long it may take, in milliseconds, and how large the result may become, in bytes. */
export type FilmLimits = { time: number; bytes: number };

/**
 * Makes an MP4 of H.264 and AAC, at most 1280 pixels wide and without what was noted beside the film; whether it became
 * one. `format` is what ffmpeg is to read the file as: left to guess, it could be led to other files of this machine.
 */
export async function madeMp4(
  input: { path: string; format: string },
  output: string,
  { time, bytes }: FilmLimits,
): Promise<boolean> {
  const options = [
    ...["-nostdin", "-hide_banner", "-loglevel", "error", "-protocol_whitelist", "file"],
    ...["-f", input.format, "-i", `file:${input.path}`],
    ...["-map", "0:v:0", "-map", "0:a:0?", "-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn"],
    ...["-vf", "scale='trunc(min(1280,iw)/2)*2':-2", "-c:v", "libx264", "-preset", "veryfast", "-crf", "26"],
    ...["-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "96k", "-ac", "2"],
    ...[
      "-movflags",
      "+faststart",
      "-threads",
      "1",
      "-fs",
      String(bytes),
      "-f",
      "mp4",
      "-y",
      `file:${output}`,
    ],
  ];
  const child = spawn("ffmpeg", options, { stdio: "ignore" });
  const timer = setTimeout(() => child.kill("SIGKILL"), time);
  const code = await new Promise<number | null>((ended) => {
    child.once("exit", ended);
    child.once("error", () => ended(null));
  });
  clearTimeout(timer);
  return code === 0;
}
