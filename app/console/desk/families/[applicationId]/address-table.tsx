import { StatusTag } from '@/components/ui/tag'
import { rowWords } from '@/lib/copy/catchment'
import { MATCH_WORDS, SOURCE_WORDS, USE_WORDS } from '@/lib/copy/staff/desk'
import { maskCertificate, maskName } from '@/lib/domain/privacy'
import type { FamilyAddress } from '@/lib/data/desk-family'
import type { PublishedSeason } from '@/lib/data/seasons'

const HEADS = ['类别', '地址', '产权人、登记人', '证号、编号', '学区', '来源'] as const

/** Every address on which this family could ask for a seat: whose, from whom, and where it lies. */
export function AddressTable({ addresses, season }: { addresses: readonly FamilyAddress[]; season: PublishedSeason['season'] }) {
  if (addresses.length === 0) return <p className="text-sm text-ink-soft">还没有查到地址：家庭还没有同意查询户籍，或者登记里没有。</p>
  return (
    // Cells wrap instead of running out of the page, and on a phone stand below one another: there is nothing in it that could be scrolled to by key.
    <table className="table table--wrap table--stack">
      <caption className="sr-only">这个家庭的地址和学区</caption>
      <thead><tr>{HEADS.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
      <tbody>
        {addresses.map(({ reference, use, address, people, number, source, state }) => (
          <tr key={reference}>
            <td data-head={HEADS[0]} className="whitespace-nowrap!">{USE_WORDS[use]}</td>
            <td data-head={HEADS[1]}>{address}</td>
            <td data-head={HEADS[2]}>{people.map((person) => person.name ?? maskName(null)).join('、') || '—'}</td>
            <td data-head={HEADS[3]} className="tabular-nums">{number ? maskCertificate(number) : '—'}</td>
            <td data-head={HEADS[4]}>{state.row === null ? <StatusTag kind="hold">{MATCH_WORDS[state.status]}</StatusTag> : `${rowWords(season, state.row)}${state.byDesk ? '，线下核验' : ''}`}</td>
            <td data-head={HEADS[5]} className="whitespace-nowrap!">{SOURCE_WORDS[source]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
