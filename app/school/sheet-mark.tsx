/** Stands above the columns on every printed page: a page that is lost alone still says whose it is. On the screen the heading has said it. */
export function SheetMark({ columns, children }: { columns: number; children: string }) {
  return <tr className="sheet-mark"><td colSpan={columns}>{children}</td></tr>
}
