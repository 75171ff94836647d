import { useId, type ReactNode } from "react";

/** A 2 px rule of ink opens each child; no box. */
export function ChildCard({ name, tag, children }: { name: ReactNode; tag?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="child border-t-2 border-ink pt-4.5 [&>*+*]:mt-2.5" aria-labelledby={id}>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5">
        <h2 id={id}>{name}</h2>
        {tag}
      </div>
      {children}
    </section>
  );
}
