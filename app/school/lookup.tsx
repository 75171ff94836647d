import { ConsolePage } from '@/components/console/console-page'
import type { KeyHint } from '@/components/console/key-hints'
import { ListKeys } from '@/components/console/list-keys'
import type { StaffActor } from '@/lib/domain/actor'
import type { ApplicantQuery } from '@/lib/domain/applicants'
import { groupPhone } from '@/lib/copy/phone'
import { foundWords } from '@/lib/copy/staff/school'
import type { OwnSchool } from '@/lib/data/own-school'
import { filterOf, lookUpApplicants } from '@/lib/data/school-applicants'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { ApplicantPanel, type PanelApplicant } from './applicant-panel'
import { ApplicantTable } from './applicant-table'
import { ListActions } from './list-actions'
import { SearchForm } from './search-form'

export const LOOKUP_TITLE = '查询报名学生'

const PAGE = 50
/** Nobody looks through more; counting them all would be work for nothing. */
const COUNTED = 1000

const KEYS: readonly KeyHint[] = [
  { keys: ['/'], what: '查询' },
  { keys: ['J', 'K'], what: '下一个、上一个' },
  { keys: ['Enter'], what: '看详情' },
  { keys: ['P'], what: '打印电话登记表' },
]

type Props = { actor: StaffActor; own: OwnSchool; query: ApplicantQuery; fault?: string | string[]; opened?: PanelApplicant }

/** What a clerk has open all day: the one box, the list, and beside it whoever is on the phone. */
export async function Lookup({ actor, own, query: asked, fault, opened }: Props) {
  const { scope, published, school } = own
  const filter = filterOf(actor, asked)
  const { applicants, next, count, near } = await lookUpApplicants(scope, filter, asked.after, PAGE, COUNTED)
  // Sheet, file and every link go on with what is shown.
  const query: ApplicantQuery = near && count > 0 ? { ...asked, near: '1' } : asked
  const { after: _after, ...listed } = query
  return (
    <ConsolePage
      actor={actor}
      current="lookup"
      schoolName={school.name}
      demonstration={isDemonstration()}
      title={LOOKUP_TITLE}
      lead={`只显示预分配到${school.name}的学生。每次查看都有记录。`}
      action={<ListActions query={listed} print={{ text: '打印电话登记表', path: paths.callSheet }} exportPath={paths.schoolExport} />}
      fault={fault}
      keys={KEYS}
    >
      <SearchForm query={query} text={filter.text ?? ''} own={own} found={foundWords({ count, near, more: count === COUNTED })} />
      <div className="lookup calls">
        <ApplicantTable applicants={applicants} next={next} query={query} openedId={opened?.applicant.applicationId} county={published.season.settings.countyName} />
        {opened ? <ApplicantPanel opened={opened} settings={published.season.settings} query={query} /> : <NobodyOpened phones={school.phones} />}
      </div>
      <ListKeys />
    </ConsolePage>
  )
}

/** Before a call: what families dial is the season's, and who sits beside that telephone knows first when it is wrong. */
function NobodyOpened({ phones }: { phones: OwnSchool['school']['phones'] }) {
  return (
    <div className="lookup-side text-sm text-ink-soft">
      <p>点学生姓名，看家长来电怎样答复。</p>
      {phones.length > 0 && (
        <>
          <p>家长看到的本校电话：{phones.map((phone) => <span key={phone} className="num pr-3 whitespace-nowrap">{groupPhone(phone)}</span>)}</p>
          <p>号码不对的，请告诉县教体局。</p>
        </>
      )}
    </div>
  )
}
