import type { ReactNode } from "react";

export type WhyItem = { title: ReactNode; text: ReactNode; miss?: boolean };

/** A chain of facts, each with its source row; the hollow dot is the near miss. */
export function WhyChain({ items }: { items: readonly WhyItem[] }) {
  return (
    <ol className="why" role="list">
      {items.map((item, index) => (
        <li key={index} className={item.miss ? "is-miss" : undefined}>
          <b>{item.title}</b>
          <div className="text-sm text-ink-soft">{item.text}</div>
        </li>
      ))}
    </ol>
  );
}
