import { Fragment } from 'react'
import { ForAWhile } from '@/components/console/for-a-while'
import { MaskedValue, RevealForm } from '@/components/console/masked-value'
import { buttonStyle } from '@/components/ui/button-style'
import { ButtonWords } from '@/components/ui/button-words'
import { Nowrap } from '@/components/ui/phrase'
import { StatusTag } from '@/components/ui/tag'
import { BASIS_WORDS, HOME_TERMS } from '@/lib/copy/bases'
import { lastMinute, shortDayAndTime } from '@/lib/copy/time'
import { callerWords, categoryWords, NO_ROW, STATE_WORDS } from '@/lib/copy/staff/school'
import type { ApplicantQuery } from '@/lib/domain/applicants'
import { withinCounty } from '@/lib/domain/listing'
import type { Masked } from '@/lib/domain/reveals'
import type { OpenedApplicant } from '@/lib/commands/open-applicant'
import type { OwnSchool } from '@/lib/data/own-school'
import { reveal } from './actions'
import { withQuery } from './list-query'

export type PanelApplicant = Omit<OpenedApplicant, 'phone'> & { phone: Masked | null }

type Props = { opened: PanelApplicant; settings: OwnSchool['published']['season']['settings']; query: ApplicantQuery }

/** Who is on the phone, and what may be said. Of the household nothing but the address on which the seat is asked for (R-14). */
export function ApplicantPanel({ opened: { applicant, phone, standing, place }, settings, query }: Props) {
  const { applicationId, detail, basis, catchmentRow, state, receiptNumber, submittedAt, changedAt } = applicant
  const until = lastMinute(settings.closesAt)
  const words = callerWords(standing, { until, desk: `${settings.help.hours}到${settings.help.desk}` })
  const name = detail.child ?? detail.childIdNumber
  return (
    <section className="lookup-side" aria-labelledby="applicant">
      <div className="con-head"><h2 id="applicant" className="text-xl">{name}</h2><StatusTag kind={STATE_WORDS[state].tag}>{STATE_WORDS[state].text}</StatusTag></div>
      <dl className="facts">
        <div><dt>家长</dt><dd>{detail.guardian}{detail.relation && `（${detail.relation}）`}</dd></div>
        <div><dt>手机</dt><dd>{phone ? <MaskedValue value={phone} applicationId={applicationId} whose="家长" /> : '没有登记'}</dd></div>
        {basis && <div><dt>入学方式</dt><dd>{BASIS_WORDS[basis].title}</dd></div>}
        {basis && <div><dt>{HOME_TERMS[basis].receipt}</dt><dd>{detail.address && withinCounty(detail.address, settings.countyName)}</dd></div>}
        <div><dt>类别</dt><dd>{categoryWords(applicant)}</dd></div>
        {submittedAt === null ? <div><dt>最近填写</dt><dd>{shortDayAndTime(changedAt)}</dd></div> : <div><dt>提交</dt><dd>{shortDayAndTime(submittedAt)}</dd></div>}
        {receiptNumber && <div><dt>回执编号</dt><dd><Nowrap>{receiptNumber}</Nowrap></dd></div>}
        <div><dt>学区</dt><dd>{catchmentRow ? `${catchmentRow} 行${place ? `，${place}` : ''}` : NO_ROW}</dd></div>
      </dl>
      <div className="say">
        <h3 className="sub">家长来电可以这样说</h3>
        <p className="text-sm">{words.say.split(until).map((part, index) => <Fragment key={index}>{index > 0 && <Nowrap>{until}</Nowrap>}{part}</Fragment>)}</p>
        <h3 className="sub mt-2">学校接下来</h3>
        <p className="text-sm">{words.next}</p>
      </div>
      {phone && (phone.full ? <ForAWhile key={phone.leftMs} leftMs={phone.leftMs} shown={null} after={<Reveal phone={phone} applicationId={applicationId} query={query} />} /> : <Reveal phone={phone} applicationId={applicationId} query={query} />)}
    </section>
  )
}

function Reveal({ phone, applicationId, query }: { phone: Masked; applicationId: string; query: ApplicantQuery }) {
  return (
    <div className="reveal">
      <details>
        <summary className={buttonStyle('secondary')}><ButtonWords icon="eye">显示完整手机号</ButtonWords></summary>
        <RevealForm field={phone.field} applicationId={applicationId} list={withQuery('', query).slice(1)} reveal={reveal} />
      </details>
      <p className="text-xs text-ink-faint">要填写理由，会留下记录</p>
    </div>
  )
}
