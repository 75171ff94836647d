import { Section } from '@/components/layout/section'
import { Phrases } from '@/components/ui/phrase'
import { Source, SummaryList, SummaryRow } from '@/components/ui/summary'
import { establishedSource } from '@/lib/copy/appeals'
import { dayAndTime, writtenDate } from '@/lib/copy/time'
import type { EstablishedRecord } from '@/lib/domain/appeal-claims'
import type { HouseholdFinding } from '@/lib/domain/findings'
import { householdView, maskIdNumber, maskName } from '@/lib/domain/privacy'
import { RELATION_WORDS } from '@/lib/domain/relation'
import { recordNaming } from '@/lib/data/applications'
import { isInCatchment } from '@/lib/data/address-matches'
import type { OpenDraft } from './open-draft'

type Props = Pick<OpenDraft, 'actor' | 'application' | 'published'> & { household: HouseholdFinding | null; askedAt: number }

/**
 * Each person's registration as far as this guardian may see it; ID numbers masked. Of a student whom the registry does
 * not know, what the county read in the household book.
 * @param household null when the registry knows nobody of the family
 */
export function HouseholdSections({ actor, application, published, household, askedAt }: Props) {
  const record = recordNaming(application, actor.idNumber)
  if (!record) return null
  const people = household?.people ?? []
  const established = application.established.record
  const book = established && !people.some((one) => one.idNumber === record.student.idNumber) ? established : null
  const guardianIds = record.guardians.map((guardian) => guardian.idNumber)
  const family = [
    { idNumber: record.student.idNumber, name: record.student.name, role: '学生' },
    ...record.guardians.map((guardian) => ({ idNumber: guardian.idNumber, name: guardian.name, role: RELATION_WORDS[guardian.relation] })),
  ]
  return (
    <>
      {family.map((member, index) => {
        const byBook = member.idNumber === record.student.idNumber ? book?.value.household : null
        const person = people.find((one) => one.idNumber === member.idNumber)
        const view = person ? householdView(person, actor.idNumber, application.everNamed, people) : null
        return (
          <Section near key={index} title={`${member.role}：${member.name ?? maskName(null)}`}>
            <SummaryList>
              {!person && byBook && <FromBook household={byBook} family={family} />}
              {!person && !byBook && <SummaryRow term="户籍">没有查到本地户籍</SummaryRow>}
              {person && view === 'full' && (
                <>
                  <SummaryRow term="身份证号"><span className="whitespace-nowrap tabular-nums">{maskIdNumber(person.idNumber)}</span></SummaryRow>
                  <SummaryRow term="户籍地址">{person.address ? <Phrases text={person.address} /> : '没有登记'}</SummaryRow>
                  <SummaryRow term="户号">{person.householdNumber ?? '没有登记'}</SummaryRow>
                  <SummaryRow term="户主">{person.headName ?? (person.headIdNumber ? maskIdNumber(person.headIdNumber) : '没有登记')}</SummaryRow>
                  {person.registeredOn && <SummaryRow term="登记日期">{writtenDate(person.registeredOn)}</SummaryRow>}
                </>
              )}
              {person && view === 'place-only' && (
                <SummaryRow term="户籍">
                  {isInCatchment(application, person.address, published.season) ? '在本县招生范围内' : '不在本县招生范围内'}
                  <br /><span className="text-sm text-ink-soft">{guardianIds.includes(person.idNumber) ? '与您不在同一户，地址不显示' : '与另一位监护人同户，地址不显示'}</span>
                </SummaryRow>
              )}
            </SummaryList>
          </Section>
        )
      })}
      <Source>来源：公安户籍，{dayAndTime(askedAt)} 查询</Source>
      {book?.value.household && <Source>学生户籍的{establishedSource(book.at)}</Source>}
    </>
  )
}

function FromBook({ household, family }: { household: NonNullable<EstablishedRecord['household']>; family: readonly { idNumber: string; name: string | null }[] }) {
  const head = family.find((member) => member.idNumber === household.headIdNumber)?.name
  return (
    <>
      <SummaryRow term="户籍地址"><Phrases text={household.address} /></SummaryRow>
      <SummaryRow term="户主">{head ?? (household.headIdNumber ? maskIdNumber(household.headIdNumber) : '没有登记')}</SummaryRow>
    </>
  )
}
