import { Icon } from '@/components/ui/icon'
import { paths } from '@/lib/paths'
import type { DeskScan } from '@/lib/data/desk-scans'

type Props = {
  /** the page that it stands on: every sheet is an address there */
  page: string
  scans: readonly DeskScan[]
  /** which page of all is open, counted from 1, as the address has it */
  wanted: string | string[] | undefined
}

/** The papers, one page large and all of them small; every page has an address, so that nothing here needs script. */
export function ScanViewer({ page, scans, wanted }: Props) {
  const sheets = scans.flatMap(({ id, name, pages }, place) => pages.map((size, index) => ({ id, name: name || `第 ${place + 1} 份`, page: index + 1, ...size })))
  const at = Math.min(Math.max(Math.trunc(Number(wanted)) || 1, 1), Math.max(sheets.length, 1))
  const open = sheets[at - 1]
  if (!open) return <section className="viewer" aria-label="扫描件"><div className="viewer-bar"><p>没有扫描件</p></div></section>
  const step = (to: number) => `${page}?sheet=${to}`
  return (
    <section className="viewer" aria-label="扫描件">
      <div className="viewer-bar">
        <p>{open.name}　<span className="tabular-nums">{at} / {sheets.length}</span></p>
        <a className="tool" href={paths.scan(open.id, open.page, 'full')} target="_blank" rel="noreferrer">原大</a>
        {at > 1 && <a className="tool" href={step(at - 1)} aria-label="上一张"><Icon name="chevron-left" /></a>}
        {at < sheets.length && <a className="tool" href={step(at + 1)} aria-label="下一张"><Icon name="chevron-right" /></a>}
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- whoever has no mouse scrolls a large sheet by keys */}
      <div className="viewer-canvas" tabIndex={0} role="group" aria-label={open.name}>
        {/* eslint-disable-next-line @next/next/no-img-element -- a family's paper goes through no optimiser, and next/image writes an inline style */}
        <img className="h-auto max-w-full" src={paths.scan(open.id, open.page, 'full')} alt={`${open.name}，第 ${open.page} 页`} width={open.width} height={open.height} />
      </div>
      {sheets.length > 1 && (
        <div className="strip">
          {sheets.map((sheet, index) => (
            <a key={index} href={step(index + 1)} aria-current={index + 1 === at ? 'true' : undefined}>
              {/* eslint-disable-next-line @next/next/no-img-element -- as above */}
              <img className="tile-thumb object-cover" src={paths.scan(sheet.id, sheet.page, 'thumb')} alt="" width={88} height={56} loading="lazy" />
              {sheet.name}{sheet.page > 1 && ` ${sheet.page}`}
            </a>
          ))}
        </div>
      )}
    </section>
  )
}
