import { FiledInquiries } from '@/components/console/filed-inquiries'
import { StatusTag } from '@/components/ui/tag'
import { APPEAL_NAMES } from '@/lib/copy/appeals'
import { APPEAL_STATUS_NAMES, establishedName, PROPOSAL_NAMES } from '@/lib/copy/staff/application-file'
import { RETURN } from '@/lib/copy/returns'
import { FILED_INQUIRIES } from '@/lib/copy/staff/inquiries'
import { factWords, PROPOSAL_STATUS } from '@/lib/copy/staff/desk'
import { WITHDRAWALS } from '@/lib/copy/staff/withdrawals'
import { dayAndTime } from '@/lib/copy/time'
import type { FiledEstablishment } from '@/lib/data/application-file'
import type { FiledProposal } from '@/lib/data/application-history'
import type { Application } from '@/lib/data/applications'
import { listWithdrawable } from '@/lib/data/desk-family'
import type { Withdrawal } from '@/lib/data/withdrawals'
import { isDeskKind } from '@/lib/domain/desk-entries'
import { paths } from '@/lib/paths'
import type { File } from './file'
import { FileSection } from './file-section'

/** What departments were asked and answered, and what their registers say anew since the submission. */
export function InquiriesSection({ file: { inquiries, late } }: { file: File }) {
  return (
    <FileSection id="inquiries" empty={inquiries.length === 0 && late.length === 0 && FILED_INQUIRIES.none}>
      <FiledInquiries inquiries={inquiries} late={late} />
    </FileSection>
  )
}

/** What the county made true for this registration, beside the registers and never over them. */
export function EstablishedSection({ file: { application, establishments, withdrawals } }: { file: File }) {
  return (
    <FileSection id="county" empty={establishments.length === 0 && '区县还没有确认过什么。'}>
      <ul className="lines" role="list">
        {establishments.map((one) => (
          <li key={one.id}>
            <b>{establishedName(one.kind)}</b>　{contentOf(one, application)}<TakenBack at={application.established.withdrawn.find(({ fact }) => fact.id === one.id)?.at} />
            <span className="block text-ink-soft">{one.by}　{dayAndTime(one.at)}　{one.proposalId ? '窗口录入，另一位工作人员复核' : '审核申诉时确认'}</span>
            <Why withdrawal={withdrawals.find(({ id }) => id === one.id)} />
          </li>
        ))}
      </ul>
    </FileSection>
  )
}

function contentOf({ id }: FiledEstablishment, application: Application): string | null {
  const { record } = application.established
  if (record?.id === id) return [record.value.student.name, ...record.value.guardians.map((guardian) => guardian.name ?? '姓名未登记')].join('、')
  const { withdrawn } = application.established
  const fact = [...listWithdrawable(application), ...withdrawn.map((one) => one.fact)].find((one) => one.id === id) ?? withdrawn.find((one) => one.id === id)?.fact
  return fact ? factWords(fact) : null
}

/** Beside a withdrawal itself, which stands with who made it. */
function Why({ withdrawal }: { withdrawal: Withdrawal | undefined }) {
  return withdrawal && <span className="block">{WITHDRAWALS.why(withdrawal.why)}</span>
}

/** What was taken back stays to be read, with when. */
function TakenBack({ at }: { at: number | null | undefined }) {
  return typeof at === 'number' && <>　<StatusTag kind="plain">已撤回</StatusTag> <span className="text-ink-soft">{dayAndTime(at)}</span></>
}

/** Each appeal with its rounds; who may open cases goes on to them from here. */
export function AppealsSection({ file: { appeals }, mayOpen }: { file: File; mayOpen: boolean }) {
  return (
    <FileSection id="appeals" empty={appeals.length === 0 && '没有申诉。'}>
      <ul className="lines" role="list">
        {appeals.map((appeal) => (
          <li key={appeal.id}>
            <b>{APPEAL_NAMES[appeal.kind]}</b>　<StatusTag kind={APPEAL_STATUS_NAMES[appeal.status].tag}>{APPEAL_STATUS_NAMES[appeal.status].text}</StatusTag><TakenBack at={appeal.takenBackAt} />
            {appeal.rounds.length === 0 && <span className="block text-ink-soft">{dayAndTime(appeal.createdAt)} 开始填写</span>}
            {appeal.rounds.map(({ number, sentAt, decision, caseId }) => (
              <span key={number} className="block text-ink-soft">
                第 {number} 次　{dayAndTime(sentAt)} 提交，{decision ? `${dayAndTime(decision.at)} ${decision.outcome === 'approved' ? '通过' : '不通过'}，${decision.by}` : '还没有决定'}
                {caseId && mayOpen && <>　<a className="tool" href={paths.case(caseId)}>打开审核页</a></>}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </FileSection>
  )
}

/** Where a proposal is read with its papers; the others have no page of their own. */
function pageOf({ id, kind }: Pick<FiledProposal, 'id' | 'kind'>): string | null {
  if (kind === 'completion') return paths.completionProposal(id)
  return isDeskKind(kind) ? paths.proposal(id) : null
}

function Papers({ to }: { to: string | null }) {
  return to && <a className="tool" href={to}>看内容和扫描件</a>
}

/** What one officer proposed and another one decided; whoever decides for the desk goes on to the papers. */
export function ProposalsList({ file: { proposals }, mayOpen }: { file: File; mayOpen: boolean }) {
  return (
    <ul className="lines" role="list">
      {proposals.map(({ id, kind, status, at, by, reason, decided }) => (
        <li key={id}>
          <b>{PROPOSAL_NAMES[kind]}</b>　<StatusTag kind={PROPOSAL_STATUS[status].tag}>{PROPOSAL_STATUS[status].text}</StatusTag>
          <span className="block text-ink-soft">{by} {dayAndTime(at)} 提出{decided && `，${decided.by} ${dayAndTime(decided.at)} 决定`}</span>
          {reason && <span className="block">{kind === 'return-submission' ? RETURN.why : '原因'}：{reason}</span>}
          {decided?.note && <span className="block">决定的理由：{decided.note}</span>}
          <Papers to={mayOpen ? pageOf({ id, kind }) : null} />
        </li>
      ))}
    </ul>
  )
}
