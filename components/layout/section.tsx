import { useId, type ReactNode } from "react";

type SectionProps = {
  title: ReactNode;
  /** close to what stands above it */
  near?: boolean;
  children: ReactNode;
};

export function Section({ title, near, children }: SectionProps) {
  const id = useId();
  return (
    <section className={near ? "section section--near" : "section"} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
