import type { ReactNode } from "react";

/** A reviewer's own words, with who and when above them. */
export function Quote({ source, children }: { source?: ReactNode; children: ReactNode }) {
  return (
    <div className="rounded-md bg-sunken px-4 py-3">
      {source && <p className="text-xs text-ink-soft">{source}</p>}
      <div>{children}</div>
    </div>
  );
}
