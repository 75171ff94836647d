import { COLUMN_NAMES } from '@/lib/copy/staff/applications'
import type { Column } from '@/lib/domain/application-columns'
import type { ApplicationLine } from '@/lib/data/application-search'
import { paths } from '@/lib/paths'
import type { Cells } from './cells'

type Props = { lines: readonly ApplicationLine[]; columns: readonly Column[]; cells: Cells; /** the list as it is narrowed now: the file leads back to it */ query: string }

/** One line a registration; the child is the link. Opening one is on the record, so that nothing here is fetched ahead. */
export function ApplicationsTable({ lines, columns, cells, query }: Props) {
  return (
    <div className="scroll">
      <table className="table" data-rows>
        <caption className="sr-only">登记列表，最近有变动的在前</caption>
        <thead>
          <tr>
            <th scope="col">学生</th>
            {columns.map((column) => <th key={column} scope="col">{COLUMN_NAMES[column]}</th>)}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td><a href={query ? `${paths.applicationFile(line.id)}?${query}` : paths.applicationFile(line.id)}>{line.detail.child ?? line.detail.childIdNumber}</a></td>
              {columns.map((column) => <td key={column}>{cells[column](line)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
