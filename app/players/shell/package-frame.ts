/** The frame in which the package runs. Its addresses do not become steps of the browser's history. */
export type PackageFrame = {
  show(address: string, title: string): void;
  /** Takes the page in the frame away; its handlers for leaving have run when this resolves. */
  clear(): Promise<void>;
  focus(): void;
};

const blank = "about:blank";
/** A page that holds up its own unloading is not waited for any longer. */
const longestUnload = 1_000;

export function openPackageFrame(frame: HTMLIFrameElement, onMissing: () => void): PackageFrame {
  frame.addEventListener("load", () => {
    if (statusOf(frame) >= 400) onMissing();
  });

  return {
    show(address, title) {
      frame.title = title;
      navigate(frame, address);
    },
    async clear() {
      if (addressOf(frame) === blank) return;
      await new Promise<void>((done) => {
        const end = () => {
          clearTimeout(timer);
          frame.removeEventListener("load", end);
          done();
        };
        const timer = setTimeout(end, longestUnload);
        frame.addEventListener("load", end);
        navigate(frame, blank);
      });
    },
    focus() {
      frame.focus();
      frame.contentWindow?.focus();
    },
  };
}

function navigate(frame: HTMLIFrameElement, address: string) {
  frame.contentWindow?.location.replace(address);
}

function addressOf(frame: HTMLIFrameElement): string | null {
  try {
    return frame.contentWindow?.location.href ?? null;
  } catch {
    return null;
  }
}

/** HTTP status of the page in the frame; 0 when the browser does not say. */
function statusOf(frame: HTMLIFrameElement): number {
  try {
    const [entry] = frame.contentWindow?.performance.getEntriesByType("navigation") ?? [];
    return (entry as PerformanceNavigationTiming | undefined)?.responseStatus ?? 0;
  } catch {
    return 0;
  }
}
