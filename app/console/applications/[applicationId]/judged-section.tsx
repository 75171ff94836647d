import { More } from '@/components/ui/disclosure'
import { StatusTag } from '@/components/ui/tag'
import { WhyChain } from '@/components/ui/why'
import { assistedWords, judgedWords } from '@/lib/copy/assisted'
import { BASIS_WORDS, HOME_TERMS } from '@/lib/copy/bases'
import { schoolWords } from '@/lib/copy/placement'
import { explain } from '@/lib/copy/reasons'
import { dataSource } from '@/lib/copy/season'
import { STEP_NAMES } from '@/lib/copy/steps'
import { REFUSAL_WORDS } from '@/lib/copy/refusals'
import { becauseWords, traceName, VERDICT_NAMES } from '@/lib/copy/staff/application-file'
import { dayAndExactTime } from '@/lib/copy/time'
import { furthestStep } from '@/lib/domain/journey'
import type { FiledSubmission, Judged } from '@/lib/data/application-file'
import type { File } from './file'
import { Fact, FileSection } from './file-section'

/** Every round as it was frozen, the one that holds first; of a draft, what it comes to now. */
export function JudgedSection({ file: { application, submissions, now } }: { file: File }) {
  const step = furthestStep(application.answers, application.held)
  return (
    <FileSection id="judged" empty={submissions.length === 0 && !now && `还没有提交，填到「${STEP_NAMES[step]}」，还判定不了。`}>
      {submissions.map((submission, index) => (
        <article key={submission.id} aria-label={`第 ${submission.round} 次提交`}>
          <h3 className="sub">第 {submission.round} 次提交　<StatusTag kind={index === 0 ? 'ok' : 'plain'}>{index === 0 ? '有效' : '已被新的一次替换'}</StatusTag></h3>
          <Frozen submission={submission} />
          <Why judged={submission} open={index === 0} />
        </article>
      ))}
      {now && (
        <article aria-label="现在的判定">
          <h3 className="sub">还没有提交，按现在填的判定</h3>
          <dl className="facts"><Outcome judged={now} /></dl>
          <Why judged={now} open />
        </article>
      )}
    </FileSection>
  )
}

/** What the family had before its eyes, as it was masked for the family. */
function Frozen({ submission }: { submission: FiledSubmission }) {
  const { shown, assistedBy, completed } = submission
  return (
    <dl className="facts">
      <Fact term="回执编号"><span className="num">{submission.receiptNumber}</span></Fact>
      <Fact term="校验码"><span className="num">{submission.checkCode}</span></Fact>
      <Fact term="提交">{shown.submittedBy.name}（{shown.submittedBy.relation}）　{dayAndExactTime(submission.submittedAt)}</Fact>
      {assistedBy && <Fact term="代办">{assistedWords(assistedBy, completed?.approvedBy)}{completed && `，${judgedWords(completed.judgedAt)}`}</Fact>}
      <Outcome judged={submission} />
    </dl>
  )
}

function Outcome({ judged: { determination, shown, published } }: { judged: Judged }) {
  const { placement, refusals } = determination
  return (
    <>
      <Fact term="监护人">{shown.guardians.map(({ name, relation }) => `${name}（${relation}）`).join('、')}</Fact>
      <Fact term="学生户籍">{shown.studentHousehold.address ?? shown.studentHousehold.place}</Fact>
      <Fact term="入学方式">{BASIS_WORDS[shown.basis].title}</Fact>
      <Fact term={HOME_TERMS[shown.basis].receipt}>{[shown.property.address, shown.property.number].filter(Boolean).join('　')}</Fact>
      {shown.property.owners.length > 0 && <Fact term={HOME_TERMS[shown.basis].owners}>{shown.property.owners.join('、')}</Fact>}
      <Fact term="类别"><b>{shown.category.label || '没有一类符合'}</b>{determination.category && `　类别表 ${determination.category.row} 行`}</Fact>
      <Fact term="预分配"><b>{schoolWords(shown.schools)}</b>{placement.row ? `　学区表 ${placement.row} 行` : ''}{shown.zone ? `，${shown.zone}` : ''}</Fact>
      {refusals.length > 0 && <Fact term="不能提交">{refusals.map(({ code }) => REFUSAL_WORDS[code].title).join('、')}</Fact>}
      <Fact term="依据">{dataSource(published.season.settings, published.number)}</Fact>
    </>
  )
}

/** Which row, which facts, what would have made it better: as the family reads it, and test by test (H7). */
function Why({ judged, open }: { judged: Judged; open: boolean }) {
  const { determination, published } = judged
  const tests = determination.trace.filter(({ verdict }) => verdict !== 'not-applicable')
  return (
    <>
      <More summary="判定的理由" open={open}><WhyChain items={explain({ ...judged, season: published.season }, 'staff')} /></More>
      <More summary={`逐项检查，${tests.length} 项`}>
        <div className="scroll">
          <table className="compare">
            <thead><tr><th scope="col">结果</th><th scope="col">检查</th><th scope="col">凭什么</th></tr></thead>
            <tbody>
              {tests.map(({ code, verdict, because }, index) => (
                <tr key={index}><td>{VERDICT_NAMES[verdict]}</td><th scope="row">{traceName(code)}</th><td>{becauseWords(because, published.season)}</td></tr>
              ))}
            </tbody>
          </table>
        </div>
      </More>
    </>
  )
}
