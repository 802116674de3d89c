/** "3 of 6" in words, with a bar for the eye. */
export function ProgressText({ done, total, label }: { done: number; total: number; label: string }) {
  const width = total > 0 ? (100 * done) / total : 0;
  return (
    <div>
      <p>{label}</p>
      <svg
        viewBox="0 0 100 2"
        preserveAspectRatio="none"
        aria-hidden="true"
        className="mt-1.5 h-2 w-full max-w-xs rounded-full"
      >
        <rect width="100" height="2" className="fill-line" />
        <rect width={width} height="2" className="fill-moss" />
      </svg>
    </div>
  );
}
