import type { ReactNode } from "react";

/** What was found, then what to do, in the notice's order. */
export function Empty({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <div className="border-y border-line py-7 text-ink-soft">
      {title && <p className="font-bold text-ink">{title}</p>}
      <div className={title ? "text-sm" : undefined}>{children}</div>
    </div>
  );
}
