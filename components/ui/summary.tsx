import type { ReactNode } from "react";

/** Key and value on paper with hairlines; one column in 适老化. */
export function SummaryList({ children }: { children: ReactNode }) {
  return <dl className="summary border-t border-line">{children}</dl>;
}

export function SummaryRow({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[6.2em_1fr] gap-x-3 gap-y-1 border-b border-line py-[11px] max-[340px]:grid-cols-[5.2em_1fr] elder:grid-cols-1 elder:gap-0">
      <dt className="text-ink-soft">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

/** Where the facts above come from, and when they were asked. */
export function Source({ children }: { children: ReactNode }) {
  return <p className="text-xs text-ink-faint">{children}</p>;
}
