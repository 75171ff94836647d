import { VerifiedBy } from '@/components/application/verified-by'
import { Section } from '@/components/layout/section'
import { More } from '@/components/ui/disclosure'
import { Nowrap, Phrases } from '@/components/ui/phrase'
import { timeLeft } from '@/components/ui/season-countdown'
import { SummaryList, SummaryRow } from '@/components/ui/summary'
import { Verdict } from '@/components/ui/verdict'
import { BASIS_WORDS, HOME_TERMS } from '@/lib/copy/bases'
import { BY_HAND, schoolWords } from '@/lib/copy/placement'
import { forecast } from '@/lib/copy/season'
import { BUTTONS } from '@/lib/copy/steps'
import { judgedWords } from '@/lib/copy/assisted'
import { lastMinute } from '@/lib/copy/time'
import type { Confirmation } from '@/lib/data/confirmations'
import { HouseholdSections } from '../household-sections'
import type { OpenDraft } from '../open-draft'

type Props = OpenDraft & { confirmation: Confirmation }

/** Every field of the notice's picture: what the family has before its eyes when it submits. */
export function Registered({ actor, application, published, now, at, confirmation }: Props) {
  const { shown, determination } = confirmation
  const { settings } = published.season
  const household = application.findings.household
  const { status } = determination.placement
  const terms = HOME_TERMS[shown.basis]
  return (
    <>
      <Verdict
        items={[
          { key: '生源类别', value: shown.category.label ? <Phrases text={shown.category.label} /> : '还不能判定' },
          {
            key: '学位预分配信息',
            value: <Phrases text={status === 'unmatched' || status === 'ambiguous' ? '暂时没有' : `${schoolWords(shown.schools)}${status === 'choice-required' ? '，请在下面选一所' : ''}`} />,
            note: <Phrases text={status === 'by-hand' ? BY_HAND : forecast(settings.year)} />,
          },
        ]}
      />
      <Section title="登记内容">
        <SummaryList>
          <SummaryRow term="学生">{shown.student.name}<br /><Nowrap><span className="text-ink-soft tabular-nums">{shown.student.idNumber}</span></Nowrap></SummaryRow>
          <SummaryRow term="监护人"><Phrases text={shown.guardians.map((guardian) => `${guardian.name}（${guardian.relation}）`).join('、')} /></SummaryRow>
          <SummaryRow term="学生户籍地址"><Phrases text={shown.studentHousehold.address ?? shown.studentHousehold.place} /></SummaryRow>
          <SummaryRow term={terms.address}><Phrases text={shown.property.address} /></SummaryRow>
          <SummaryRow term={terms.kind}>{shown.property.kind}<br /><span className="text-sm text-ink-soft">{BASIS_WORDS[shown.basis].title}</span></SummaryRow>
          {shown.property.owners.length > 0 && <SummaryRow term={terms.owners}>{shown.property.owners.join('、')}</SummaryRow>}
          {shown.property.number && <SummaryRow term={terms.number}><span className="tabular-nums"><Phrases text={shown.property.number} /></span></SummaryRow>}
          {shown.property.verified.length > 0 && <SummaryRow term="信息来源"><VerifiedBy verified={shown.property.verified} /></SummaryRow>}
          <SummaryRow term="采集截止">
            <Nowrap>{lastMinute(settings.closesAt)}</Nowrap>
            <br /><span className="text-sm text-ink-soft">{at < now.season ? <Phrases text={`已经截止，${judgedWords(at)}`} /> : <>距采集截止还有 <Nowrap>{timeLeft(now.season, settings.closesAt)}</Nowrap></>}</span>
          </SummaryRow>
        </SummaryList>
        {household?.outcome === 'found' && (
          <More summary={BUTTONS.moreHousehold}>
            <HouseholdSections actor={actor} application={application} published={published} household={household.value} askedAt={household.askedAt} />
          </More>
        )}
      </Section>
    </>
  )
}
