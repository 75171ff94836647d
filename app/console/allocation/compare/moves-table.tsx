import { OUTCOME_NAMES } from '@/lib/copy/staff/allocation'
import type { Move } from '@/lib/data/allocation-moves'
import { paths } from '@/lib/paths'

type Props = { moves: readonly Move[]; names: ReadonlyMap<string, string>; pupils: ReadonlyMap<string, string> }

/** From where to where, how many, and the first of them by name. */
export function MovesTable({ moves, names, pupils }: Props) {
  const words = (end: Move['from']) => (end ? `${OUTCOME_NAMES[end.outcome].text}${end.school ? `　${names.get(end.school) ?? end.school}` : ''}` : '没有参加')
  return (
    <div className="scroll">
      <table className="table">
        <caption className="sr-only">两次结果不同的学生</caption>
        <thead><tr><th scope="col">原来</th><th scope="col">后来</th><th scope="col" className="end">人数</th><th scope="col">学生</th></tr></thead>
        <tbody>
          {moves.map(({ from, to, count, some }) => (
            <tr key={`${words(from)}>${words(to)}`}>
              <td>{words(from)}</td>
              <td>{words(to)}</td>
              <td className="end">{count}</td>
              <td className="whitespace-normal">
                {some.map((id) => <a key={id} className="pr-4" href={paths.applicationFile(id)}>{pupils.get(id) ?? '已清除'}</a>)}
                {count > some.length && <span className="text-ink-soft">等 {count} 人</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
