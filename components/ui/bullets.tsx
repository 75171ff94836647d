import type { ReactNode } from "react";

/** Children are `<li>`. */
export function Bullets({ children }: { children: ReactNode }) {
  return <ul className="bullets">{children}</ul>;
}
