import { PaperViewer } from '@/components/console/paper-viewer'
import { VIEWER } from '@/lib/copy/staff/decision'
import { paths } from '@/lib/paths'
import type { DeskScan } from '@/lib/data/desk-scans'

/** What was scanned at the desk, by the names of its files. */
export function ScanViewer({ scans }: { scans: readonly DeskScan[] }) {
  const pictures = scans.flatMap(({ id, name, pages }, place) =>
    pages.map((size, index) => ({ ...size, paper: id, label: name || VIEWER.scan(place + 1), page: index + 1, pages: pages.length, full: paths.scan(id, index + 1, 'full'), thumb: paths.scan(id, index + 1, 'thumb') })),
  )
  return <PaperViewer pictures={pictures} />
}
