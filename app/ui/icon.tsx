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

/** The mark: one continuous line that ties a simple knot. The same line is in public/favicon.svg. */
export const knot =
  "C8 29.2 9.3 21.5 11.3 15.3C12.3 12.5 14.2 9.9 16.5 8.3C18.7 6.6 21.4 6 23.4 6.5C25.4 7 26.8 8.5 26.9 10.3C27.1 12.2 26 14.4 24 16C22 17.6 19 18.6 16 18.6C13 18.6 10 17.6 8 16C6 14.4 4.9 12.2 5.1 10.3C5.2 8.5 6.6 7 8.6 6.5C10.6 6 13.3 6.6 15.5 8.3C17.8 9.9 19.7 12.5 20.7 15.3C22.7 21.5 24 29.2 30 29.2";

export function Mark() {
  return (
    <svg viewBox="0 1 32 32" width="32" height="32" fill="none" aria-hidden="true" className="flex-none">
      <path d={`M2 29.2${knot}`} stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  );
}
