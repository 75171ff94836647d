import { StatusTag } from '@/components/ui/tag'
import { CHANGE_NAMES, type TriedLine, type VerdictWords } from '@/lib/copy/staff/address-trial'

/** By the draft and beside it by what is published; a line whose schools differ is marked. */
export function TriedTable({ lines }: { lines: readonly TriedLine[] }) {
  return (
    <table className="compare compare--addresses">
      <caption className="sr-only">地址按草稿和按已发布的方案</caption>
      <thead><tr><th scope="col">地址</th><th scope="col">草稿</th><th scope="col">已发布</th><th scope="col">变化</th></tr></thead>
      <tbody>
        {lines.map(({ address, draft, published, change }, index) => (
          <tr key={index} className={change === 'schools' ? 'is-diff' : undefined}>
            <th scope="row">{address}</th>
            <td><Verdict words={draft} /></td>
            <td>{published ? <Verdict words={published} /> : '—'}</td>
            <td>{change && <StatusTag kind={change === 'schools' ? 'hold' : 'plain'}>{CHANGE_NAMES[change]}</StatusTag>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Verdict({ words: { schools, row, why } }: { words: VerdictWords }) {
  return <>{schools}{row && `　${row}`}<small className="block text-ink-soft">{why}</small></>
}
