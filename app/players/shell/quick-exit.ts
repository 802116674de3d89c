const presses = 3;
const within = 2_000;

/**
 * Calls `leave` when Shift is pressed three times, here or in any frame of this origin below, also in those that come
 * later.
 */
export function watchForExit(leave: () => void) {
  let times: number[] = [];
  const watched = new WeakSet<Document>();

  function onKeyUp(event: KeyboardEvent) {
    if (event.key !== "Shift") {
      times = [];
      return;
    }
    const now = performance.now();
    times = [...times.filter((time) => now - time < within), now];
    if (times.length === presses) leave();
  }

  function watchDocument(inner: Document | null) {
    if (!inner) return;
    // Also again: a page that is written into a frame takes away what listened there.
    inner.addEventListener("keyup", onKeyUp, true);
    if (watched.has(inner)) return;
    watched.add(inner);
    const findFrames = () => {
      for (const frame of inner.querySelectorAll<HTMLIFrameElement>("iframe, frame")) watchFrame(frame);
    };
    findFrames();
    const view = inner.defaultView;
    if (view) new view.MutationObserver(findFrames).observe(inner, { childList: true, subtree: true });
  }

  const watchedFrames = new WeakSet<HTMLIFrameElement>();
  function watchFrame(frame: HTMLIFrameElement) {
    if (!watchedFrames.has(frame)) {
      watchedFrames.add(frame);
      frame.addEventListener("load", () => watchDocument(documentOf(frame)));
    }
    watchDocument(documentOf(frame));
  }

  watchDocument(document);
}

/** Null for a frame of another origin. */
function documentOf(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}
