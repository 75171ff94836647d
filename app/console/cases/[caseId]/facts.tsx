import type { ReactNode } from 'react'

/** A small heading over lines of term and words. */
export function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h2 className="sub">{title}</h2>
      <dl className="facts">{children}</dl>
    </div>
  )
}

export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return <div><dt>{term}</dt><dd>{children}</dd></div>
}
