import { Phrases } from '@/components/ui/phrase'
import { STATUS_NAMES } from '@/lib/copy/staff/applications'
import { COMPARISON, RELATED } from '@/lib/copy/staff/case-file'
import type { Listed, Related, RelatedApplications } from '@/lib/data/related-applications'
import type { PublishedSeason } from '@/lib/data/seasons'
import { paths } from '@/lib/paths'

type Props = { related: RelatedApplications; season: PublishedSeason['season'] }
type Line = { term: string; text: string }

/** Other registrations that touch the same child, property or guardian: each beside this one, with why (R-47). */
export function RelatedSection({ related: { own, here, more, elsewhere }, season }: Props) {
  const linesOf = ({ detail, status, schoolCode }: Listed): Line[] => [
    { term: RELATED.rows.child, text: detail.child ?? '—' },
    { term: RELATED.rows.childIdNumber, text: detail.childIdNumber },
    { term: RELATED.rows.guardian, text: `${detail.guardian}${detail.relation ? `（${detail.relation}）` : ''}` },
    { term: RELATED.rows.address, text: detail.address ?? '—' },
    { term: RELATED.rows.status, text: STATUS_NAMES[status].text },
    { term: RELATED.rows.school, text: season.schools.find((school) => school.code === schoolCode)?.name ?? '未定' },
  ]
  return (
    <div>
      <h2 className="sub">{RELATED.title}</h2>
      {here.length === 0 && <p className="px-2.5 py-1.5 text-sm text-ink-soft">{RELATED.none}</p>}
      {own && here.map((other) => <Beside key={other.id} other={other} own={linesOf(own)} theirs={linesOf(other)} />)}
      {more > 0 && <p className="px-2.5 py-1.5 text-sm">{RELATED.more(more)}</p>}
      {elsewhere && <p className="px-2.5 py-1.5 text-sm">{RELATED.elsewhere}</p>}
    </div>
  )
}

/** What both have in common stands in bold: that is what to look at. */
function Beside({ other, own, theirs }: { other: Related; own: readonly Line[]; theirs: readonly Line[] }) {
  return (
    <table className="compare">
      <caption className="px-2.5 pt-1.5 text-left text-sm">{other.because.map((one) => RELATED.because[one]).join('、')}</caption>
      <thead>
        <tr>
          <th scope="col">{COMPARISON.field}</th>
          <th scope="col">{RELATED.this}</th>
          <th scope="col"><a className="inline-flex min-h-target items-center" href={paths.applicationFile(other.id)} target="_blank" rel="noreferrer">{RELATED.other}</a></th>
        </tr>
      </thead>
      <tbody>
        {own.map(({ term, text }, index) => {
          const beside = theirs[index]?.text ?? ''
          const shared = text === beside && text !== '—'
          return (
            <tr key={term} className={shared ? 'font-bold' : undefined}>
              <th scope="row">{term}</th>
              <td><Phrases text={text} /></td>
              <td><Phrases text={beside} /></td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
