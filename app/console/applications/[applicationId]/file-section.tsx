import type { ReactNode } from 'react'
import { SECTIONS, type SectionId } from '@/lib/copy/staff/application-file'

/** One part of the file, reached from the way down the page. Of an empty one it says so. */
export function FileSection({ id, empty, children }: { id: SectionId; empty?: string | false; children?: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{SECTIONS.find((section) => section.id === id)?.title}</h2>
      {empty ? <p className="text-sm text-ink-soft">{empty}</p> : children}
    </section>
  )
}

export function SectionLinks() {
  return (
    <nav aria-label="这份登记的各部分">
      {SECTIONS.map(({ id, title }) => <a key={id} href={`#${id}`}>{title}</a>)}
    </nav>
  )
}

export function Fact({ term, children }: { term: ReactNode; children: ReactNode }) {
  return <div><dt>{term}</dt><dd>{children}</dd></div>
}
