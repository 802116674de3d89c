import type { FromShell, ToShell } from "#app/players/shell-messages.ts";

/** The page's end of the conversation with a shell in a frame. Only this frame on this origin is heard. */
export type ShellLink = { send: (message: ToShell) => void; close: () => void };

export function linkToShell(
  frame: HTMLIFrameElement,
  shellUrl: string,
  hear: (message: FromShell) => void,
): ShellLink {
  const { origin } = new URL(shellUrl);
  const onMessage = ({ source, origin: from, data }: MessageEvent) => {
    if (source !== frame.contentWindow || from !== origin) return;
    if (typeof (data as FromShell | null)?.sigurna === "string") hear(data as FromShell);
  };
  addEventListener("message", onMessage);
  return {
    send: (message) => frame.contentWindow?.postMessage(message, origin),
    close: () => removeEventListener("message", onMessage),
  };
}
