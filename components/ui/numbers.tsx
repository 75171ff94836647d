import type { ReactNode } from "react";

export type NumberedItem = { title?: ReactNode; text: ReactNode };

/** 重要提醒, and what to do in order. */
export function NumberedList({ items }: { items: readonly NumberedItem[] }) {
  return (
    <ol className="numbers" role="list">
      {items.map((item, index) => (
        <li key={index}>
          <div className="min-w-0">
            {item.title && <b className="block">{item.title}</b>}
            {item.text}
          </div>
        </li>
      ))}
    </ol>
  );
}
