import type { ReactNode } from "react";

/** The browser's own fold: works without JavaScript. */
export function More({ summary, children, open }: { summary: ReactNode; children: ReactNode; open?: boolean }) {
  return (
    <details className="more" open={open}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
