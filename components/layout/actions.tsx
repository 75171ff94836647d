import type { ReactNode } from "react";

/** Buttons under one another; on a wide screen as wide as their words. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>;
}
