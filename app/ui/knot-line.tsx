import { knot } from "./icon.tsx";

/** The mark's line from one side of the page to the other, as an ornament. */
export function KnotLine() {
  return (
    <svg
      viewBox="-384 4 800 28"
      preserveAspectRatio="xMidYMid slice"
      fill="none"
      aria-hidden="true"
      className="h-16 w-full text-accent sm:h-24"
    >
      <path d={`M-1000 29.2H2${knot}H1000`} stroke="currentColor" strokeWidth="1.6" />
    </svg>
  );
}
