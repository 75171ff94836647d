import { Actions } from '@/components/layout/actions'
import { Section } from '@/components/layout/section'
import { Button, ButtonLink } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { SubmitLock } from '@/components/ui/lock'
import { Notice } from '@/components/ui/notice'
import { NumberedList } from '@/components/ui/numbers'
import { HOME_TERMS } from '@/lib/copy/bases'
import { FIELD_WORDS, isFieldCode } from '@/lib/copy/errors'
import { REFUSAL_WORDS } from '@/lib/copy/refusals'
import { BUTTONS, reminders } from '@/lib/copy/steps'
import { lastMinute } from '@/lib/copy/time'
import type { DraftAnswers } from '@/lib/domain/answers'
import { choosingStep } from '@/lib/domain/journey'
import type { Confirmation } from '@/lib/data/confirmations'
import type { PublishedSeason } from '@/lib/data/seasons'
import { paths } from '@/lib/paths'
import { choose, submit } from './actions'

type Season = PublishedSeason['season']
type Place = { applicationId: string; answers: DraftAnswers }

/** 「重要提醒」, the reading time and the one press that cannot be undone. While a school must be chosen there is no press. */
export function SubmitSection({ applicationId, answers, confirmation, readingLeftMs, settings }: Place & { confirmation: Confirmation; readingLeftMs: number; settings: Season['settings'] }) {
  const undecided = confirmation.determination.placement.status === 'choice-required'
  return (
    <>
      <Section title="重要提醒"><NumberedList items={reminders(lastMinute(settings.closesAt))} /></Section>
      <Notice kind="seal" title="提交之后不能修改"><p>请把上面每一项看完。要换一套房产或换一种方式，现在还可以。</p></Notice>
      {!undecided && (
        <form action={submit}>
          <input type="hidden" name="applicationId" value={applicationId} />
          <input type="hidden" name="fingerprint" value={confirmation.fingerprint} />
          <SubmitLock secondsLeft={Math.ceil(readingLeftMs / 1000)} total={settings.readingSeconds}>{BUTTONS.submit}</SubmitLock>
        </form>
      )}
      <OtherProperty applicationId={applicationId} answers={answers} />
    </>
  )
}

function OtherProperty({ applicationId, answers }: Place) {
  const { other } = HOME_TERMS[answers.basis ?? 'TITLE_DEED']
  return <Actions><ButtonLink variant="secondary" href={paths.step(applicationId, choosingStep(answers))}>{other}</ButtonLink></Actions>
}

/** The selection box of a choice zone, named like the zone; it stays, so that the choice can be changed. */
export function ZoneSchool({ applicationId, confirmation, fault, schools }: { applicationId: string; confirmation: Confirmation; fault: unknown; schools: Season['schools'] }) {
  const { placement } = confirmation.determination
  if (!placement.choiceRequired || !placement.zone) return null
  const error = typeof fault === 'string' && isFieldCode(fault) ? FIELD_WORDS[fault] : undefined
  const options = confirmation.zoneSchools.map((code) => ({ value: code, label: schools.find((school) => school.code === code)?.name ?? code }))
  const chosen = placement.status === 'matched' ? placement.schools[0] : undefined
  return (
    <Section title={placement.zone}>
      <form className="form" action={choose} noValidate>
        <input type="hidden" name="applicationId" value={applicationId} />
        <SelectField label="志愿学校" name="school" options={options} defaultValue={chosen} placeholder="请选择一所学校" hint="选好后点下面的按钮，再看一遍结果。" error={error} />
        <Actions><Button variant={chosen ? 'secondary' : 'primary'}>{chosen ? '改选这所学校' : '选定志愿学校'}</Button></Actions>
      </form>
    </Section>
  )
}

/** A refusal is not a fault: what is wrong, why, and what can be done (H3). */
export function Refusals({ codes, applicationId, answers }: Place & { codes: readonly (keyof typeof REFUSAL_WORDS)[] }) {
  return (
    <Section title="现在还不能提交">
      <NumberedList items={codes.map((code) => REFUSAL_WORDS[code])} />
      <OtherProperty applicationId={applicationId} answers={answers} />
    </Section>
  )
}
