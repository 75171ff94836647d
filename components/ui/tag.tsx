import type { ReactNode } from "react";

export type TagKind = "draft" | "wait" | "ok" | "no" | "hold" | "due" | "new" | "plain";

/** A word and a shape: ring, half, full, square, hollow square, diamond; what is new is full too, in the colour of what can be done. Colour only repeats them. */
export function StatusTag({ kind, children }: { kind: TagKind; children: ReactNode }) {
  return <span className={`tag tag--${kind}`}>{children}</span>;
}
