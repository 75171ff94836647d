/** What stood there, and what would stand there; an empty place is called empty. */
export function Was({ before, after }: { before: string; after: string }) {
  return <>{before === '' ? <span className="text-ink-soft">空</span> : <del className="text-ink-soft">{before}</del>} → {after === '' ? <b>空</b> : <ins className="font-bold no-underline">{after}</ins>}</>
}
