import { StatusTag } from '@/components/ui/tag'
import { rowWords } from '@/lib/copy/catchment'
import { MATCH_WORDS, SOURCE_WORDS, USE_WORDS } from '@/lib/copy/staff/desk'
import { maskCertificate, maskName } from '@/lib/domain/privacy'
import type { FamilyAddress } from '@/lib/data/desk-family'
import type { PublishedSeason } from '@/lib/data/seasons'

/** Every address on which this family could ask for a seat: whose, from whom, and where it lies. */
export function AddressTable({ addresses, season }: { addresses: readonly FamilyAddress[]; season: PublishedSeason['season'] }) {
  if (addresses.length === 0) return <p className="text-sm text-ink-soft">还没有查到地址：家庭还没有同意查询户籍，或者登记里没有。</p>
  return (
    // Cells wrap instead of running out of the page, and on a phone stand below one another: there is nothing in it that could be scrolled to by key.
    <table className="table max-sm:block max-sm:[&_tbody]:block max-sm:[&_td]:block max-sm:[&_td]:h-auto max-sm:[&_td]:py-1 max-sm:[&_thead]:hidden max-sm:[&_tr]:block max-sm:[&_tr]:border-b max-sm:[&_tr]:border-line max-sm:[&_tr]:py-2 [&_td]:py-2 [&_td]:whitespace-normal">
      <caption className="sr-only">这个家庭的地址和学区</caption>
      <thead><tr><th scope="col">类别</th><th scope="col">地址</th><th scope="col">产权人、登记人</th><th scope="col">证号、编号</th><th scope="col">学区</th><th scope="col">来源</th></tr></thead>
      <tbody>
        {addresses.map(({ reference, use, address, people, number, source, state }) => (
          <tr key={reference}>
            <td className="whitespace-nowrap!">{USE_WORDS[use]}</td>
            <td>{address}</td>
            <td>{people.map((person) => person.name ?? maskName(null)).join('、') || '—'}</td>
            <td className="tabular-nums">{number ? maskCertificate(number) : '—'}</td>
            <td>{state.row === null ? <StatusTag kind="hold">{MATCH_WORDS[state.status]}</StatusTag> : `${rowWords(season, state.row)}${state.byDesk ? '，线下核验' : ''}`}</td>
            <td className="whitespace-nowrap!">{SOURCE_WORDS[source]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
