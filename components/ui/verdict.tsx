import type { ReactNode } from "react";

export type VerdictItem = { key: ReactNode; value: ReactNode; note?: ReactNode };

/** The two facts a family came for, under a 2 px rule of ink. */
export function Verdict({ items }: { items: readonly VerdictItem[] }) {
  return (
    <dl className="border-t-2 border-b border-t-ink border-b-line">
      {items.map((item, index) => (
        <div key={index} className="border-line py-3.5 not-first:border-t">
          <dt className="text-sm text-ink-soft">{item.key}</dt>
          <dd className="text-xl font-bold text-balance">{item.value}</dd>
          {item.note && <dd className="mt-1 text-sm text-ink-soft">{item.note}</dd>}
        </div>
      ))}
    </dl>
  );
}
