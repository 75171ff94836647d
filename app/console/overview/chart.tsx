import type { ReactNode } from 'react'
import { More } from '@/components/ui/disclosure'

type ChartProps = {
  id: string
  title: string
  legend?: ReactNode
  /** at the right of the heading */
  action?: ReactNode
  /** the same figures in words, under a fold; null where the chart itself is a table */
  table: ReactNode | null
  children: ReactNode
}

/** A heading, what the colours mean, the drawing, and its table. */
export function Chart({ id, title, legend, action, table, children }: ChartProps) {
  return (
    <section className="chart" aria-labelledby={id}>
      <div className="chart-head"><h2 id={id}>{title}</h2>{action}</div>
      {legend && <p className="legend">{legend}</p>}
      {children}
      {table && <More summary="看表格">{table}</More>}
    </section>
  )
}

type TableProps = { /** more columns than fit beside each other: the table is moved under its place */ wide?: boolean; caption: string; columns: readonly string[]; rows: readonly { head: string; cells: readonly (string | number)[] }[] }

export function FigureTable({ caption, columns, rows, wide }: TableProps) {
  const table = (
    <table className={wide ? 'compare table-auto whitespace-nowrap' : 'compare'}>
      <caption className="sr-only">{caption}</caption>
      <thead><tr>{columns.map((column, place) => <th key={column} scope="col" className={place > 0 ? 'end' : undefined}>{column}</th>)}</tr></thead>
      <tbody>
        {rows.map(({ head, cells }) => (
          <tr key={head}><th scope="row">{head}</th>{cells.map((cell, place) => <td key={columns[place + 1]} className="end">{cell}</td>)}</tr>
        ))}
      </tbody>
    </table>
  )
  if (!wide) return table
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reachable without a mouse
  return <div className="scroll" role="region" aria-label={`${caption}，表格`} tabIndex={0}>{table}</div>
}

type DrawingProps = { width: number; height: number; label: string; children: ReactNode }

/** What still can be read when a phone has shrunk it. */
const SHRINKS_TO = 500

/** Drawn on the server. In a narrow column it shrinks; on a phone a wide one keeps its size and is moved in its place, since nobody could read it. */
export function Drawing({ width, height, label, children }: DrawingProps) {
  const drawn = <svg className="mt-1.5" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>{children}</svg>
  if (width <= SHRINKS_TO) return drawn
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reachable without a mouse
  return <div className="drawing--wide" role="group" aria-label="图，窄屏上可以左右移动" tabIndex={0}>{drawn}</div>
}
