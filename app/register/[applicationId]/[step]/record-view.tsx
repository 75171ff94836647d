import { SilenceNotice } from '@/components/application/silence-notice'
import { Actions } from '@/components/layout/actions'
import { Section } from '@/components/layout/section'
import { ButtonLink } from '@/components/ui/button'
import { More } from '@/components/ui/disclosure'
import { NumberedList } from '@/components/ui/numbers'
import { SubmitButton } from '@/components/ui/submit-button'
import { Source, SummaryList, SummaryRow } from '@/components/ui/summary'
import { establishedSource } from '@/lib/copy/appeals'
import { SILENCE } from '@/lib/copy/silence'
import { BUTTONS } from '@/lib/copy/steps'
import { dayAndTime, writtenDate } from '@/lib/copy/time'
import { birthDateOf } from '@/lib/domain/id-number-check'
import { sexOf } from '@/lib/domain/national-id'
import { maskIdNumber, maskName } from '@/lib/domain/privacy'
import { RELATION_WORDS } from '@/lib/domain/relation'
import { countedRecord, recordNaming, type CountedRecord } from '@/lib/data/applications'
import { paths } from '@/lib/paths'
import { AskAgainForm } from './ask-again-form'
import { OpenAppealLinks } from './open-appeal-links'
import { StepForm, StepPage } from './step-page'
import type { StepViewProps } from './step-view-props'

/** The three cases of the notice, and the one that it does not know: a registry that is down. */
export function RecordView(props: StepViewProps) {
  const { actor, application } = props
  const counted = countedRecord(application)
  if (counted) return recordNaming(application, actor.idNumber) ? <RecordFound {...props} counted={counted} /> : <GuardianNotNamed {...props} />
  return application.findings.record?.outcome === 'not-found' ? <StudentNotFound {...props} /> : <RecordUnavailable {...props} />
}

/** Case 1, and the way into case 2. */
function RecordFound({ counted, ...props }: StepViewProps & { counted: CountedRecord }) {
  const { actor, application } = props
  const { student, guardians } = counted.value
  const byCounty = counted.source === 'county'
  return (
    <StepPage {...props} step="record" title="核对学生和监护人" lead={byCounty ? '这是区县审核确认的信息。' : '这是户籍登记里查到的信息。'} help="拿不准选哪一个，先打电话问自己地段的学校。">
      <Section near title="学生">
        <SummaryList>
          <SummaryRow term="姓名">{student.name}</SummaryRow>
          <SummaryRow term="性别">{sexOf(student.idNumber)}</SummaryRow>
          <SummaryRow term="出生日期">{writtenDate(birthDateOf(student.idNumber) ?? '')}</SummaryRow>
          <SummaryRow term="身份证号"><span className="whitespace-nowrap tabular-nums">{maskIdNumber(student.idNumber)}</span></SummaryRow>
        </SummaryList>
      </Section>
      <Section near title="监护人">
        <SummaryList>
          {guardians.map((guardian, index) => (
            <SummaryRow key={index} term={RELATION_WORDS[guardian.relation]}>
              {guardian.name ?? maskName(null)}{guardian.idNumber === actor.idNumber && '（当前登录）'}
              <br /><span className="whitespace-nowrap text-ink-soft tabular-nums">{maskIdNumber(guardian.idNumber)}</span>
            </SummaryRow>
          ))}
        </SummaryList>
        <Source>{byCounty ? establishedSource(counted.at) : `来源：公安户籍，${dayAndTime(counted.at)} 查询`}</Source>
      </Section>
      <OpenAppealLinks application={application} step="record" />
      <StepForm applicationId={application.id} step="record">
        <Actions>
          <SubmitButton name="answer" value="matches" waitingText="正在保存">{BUTTONS.matches}</SubmitButton>
          <ButtonLink href={paths.appeal(application.id, 'guardian-mismatch')} variant="secondary" small="改为提交监护人材料，由区县审核">{BUTTONS.mismatch}</ButtonLink>
        </Actions>
      </StepForm>
      <More summary="单亲或重组家庭怎么办">
        <p className="text-sm text-ink-soft">如果上面的信息是准的，请先点「与实际情况相符」。到核对户籍信息时，再按单亲或重组家庭办理。</p>
      </More>
    </StepPage>
  )
}

/** Case 2 of somebody who is not on the record at all: nothing of the record is shown, only that (R-11, P5). */
function GuardianNotNamed(props: StepViewProps) {
  const { application } = props
  return (
    <StepPage {...props} step="record" title="户籍登记的监护人里没有您" lead="所以这里不能显示学生的信息，也不能由您直接登记。" helpOpen>
      <Section near title="接下来怎么办">
        <NumberedList
          items={[
            { title: '孩子登记在另一位监护人名下', text: '请他用自己的昌通码登录办理。' },
            { title: '号码填错了', text: '回去改正，再查一次。' },
            { title: '您就是监护人，登记有误', text: '点下面的「与实际情况不符」，提交监护人材料，由区县审核。' },
          ]}
        />
      </Section>
      <OpenAppealLinks application={application} step="record" />
      <Actions>
        <ButtonLink href={paths.appeal(application.id, 'guardian-mismatch')}>{BUTTONS.mismatch}</ButtonLink>
        <ButtonLink href={paths.start} variant="secondary">重新填写身份证号</ButtonLink>
      </Actions>
      <WithdrawLink applicationId={application.id} />
    </StepPage>
  )
}

/** Case 3: 「入学登记」 stands at the very bottom, as the notice says. */
function StudentNotFound(props: StepViewProps) {
  const { application } = props
  return (
    <StepPage {...props} step="record" title="没有查到这个学生" lead={<>户籍登记里没有 <span className="whitespace-nowrap tabular-nums">{maskIdNumber(application.studentIdNumber)}</span> 的记录。</>} helpOpen>
      <Section near title="接下来怎么办">
        <NumberedList
          items={[
            { title: '先对照户口本', text: '号码填错了，就回去改正，再查一次。' },
            { title: '刚落户，或户口刚迁来', text: '登记部门更新以后，点「重新查询」。' },
            { title: '号码没错，仍然查不到', text: '点最下面的「入学登记」，提交出生证明、户口本等材料，等待审核。' },
          ]}
        />
      </Section>
      <Actions><ButtonLink href={paths.start} variant="secondary">重新填写身份证号</ButtonLink></Actions>
      <AskAgainForm applicationId={application.id} registry="record" step="record" />
      <OpenAppealLinks application={application} step="record" />
      <Actions><ButtonLink href={paths.appeal(application.id, 'student-not-found')}>{BUTTONS.enrol}</ButtonLink></Actions>
      <WithdrawLink applicationId={application.id} />
    </StepPage>
  )
}

function RecordUnavailable(props: StepViewProps) {
  const { application } = props
  return (
    <StepPage {...props} step="record" title="户籍登记暂时没有回应" lead={SILENCE.lead} helpOpen>
      <SilenceNotice kept="您填的区县和身份证号"><p>一直没有回应，请打学校的电话，或到现场办公点办理，不会因此错过采集。</p></SilenceNotice>
      <AskAgainForm applicationId={application.id} registry="record" step="record" primary />
    </StepPage>
  )
}

function WithdrawLink({ applicationId }: { applicationId: string }) {
  return <p className="text-sm"><a href={paths.withdraw(applicationId)}>这个号码填错了，不再登记</a></p>
}
