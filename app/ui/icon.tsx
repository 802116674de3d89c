const paths = {
  check: "M5 12.5l4.5 4.5L19 7.5",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5z",
  arrow: "M5 12h14M13 6l6 6-6 6",
  cross: "M6 6l12 12M18 6L6 18",
  info: "M12 11v6M12 7v.5M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18z",
  warning: "M12 9v5M12 17v.5M12 3l10 18H2z",
  dot: "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8z",
  circle: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z",
  download: "M12 4v11M7 10l5 5 5-5M5 20h14",
} as const;

export type IconName = keyof typeof paths;

/** Always beside a word, so it is hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className="flex-none"
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** One continuous line that ties a simple knot; also in public/favicon.svg. */
export const knot = "M2 19H17C24 19 27 15 26 10C25 5 18 3 13 6C8 9 8 17 10 21C12 26 17 27 19 22C21 17 24 14 30 14";

export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" fill="none" aria-hidden="true" className="flex-none">
      <path d={knot} stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  );
}
