import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Actions } from '@/components/layout/actions'
import { Help } from '@/components/layout/help'
import { Page } from '@/components/layout/page'
import { Section } from '@/components/layout/section'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Phrases } from '@/components/ui/phrase'
import { RowLink } from '@/components/ui/row-link'
import { Verdict } from '@/components/ui/verdict'
import { admittedTo, objectionWords, RESULT_WORDS } from '@/lib/copy/admission'
import { splitLabel } from '@/lib/copy/bases'
import { ERROR_WORDS } from '@/lib/copy/errors'
import { OBJECTION, objectionTag } from '@/lib/copy/objections'
import { writtenDate } from '@/lib/copy/time'
import { objectionUntil } from '@/lib/domain/admission'
import { shanghaiDay } from '@/lib/domain/shanghai-day'
import { requestNow, requireGuardian } from '@/lib/auth/require-guardian'
import { findAnnouncement } from '@/lib/data/announcements'
import { paths } from '@/lib/paths'
import { NextSteps } from './next-steps'
import { WhySection } from './why-section'

export const metadata: Metadata = { title: RESULT_WORDS.title }

type Props = { params: Promise<{ applicationId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** How the allocation ended for one child: the school first, then why, then what to do. Before the publication it is not there. */
export default async function ResultPage({ params, searchParams }: Props) {
  const { applicationId } = await params
  const actor = await requireGuardian(paths.result(applicationId))
  const found = z.uuid().safeParse(applicationId).success ? await findAnnouncement(actor, applicationId) : null
  if (!found) notFound()
  const { result, receipt: { shown }, published: { season: { settings, schools } }, school, objection } = found
  const until = objectionUntil(result, settings)
  const isLimited = (await searchParams).fault === 'NOTICE_LIMIT'
  return (
    <Page title={RESULT_WORDS.title} lead={<Phrases text={`${settings.countyName}，${writtenDate(shanghaiDay(result.publishedAt))}公布。`} />} back={paths.children}>
      {isLimited && <Notice title={ERROR_WORDS.NOTICE_LIMIT.title}><p role="alert">{ERROR_WORDS.NOTICE_LIMIT.text}</p></Notice>}
      <Verdict
        items={[
          { key: `${shown.student.name}${school ? '录取到' : '的学校'}`, value: <Phrases text={admittedTo(school?.name ?? null)} />, note: school?.address && <Phrases text={school.address} /> },
          { key: '生源类别', value: splitLabel(shown.category.label).value, note: splitLabel(shown.category.label).more },
        ]}
      />
      {school && <Actions><ButtonLink href={paths.admissionNotice(applicationId)} icon="download">{RESULT_WORDS.download}</ButtonLink></Actions>}
      <WhySection found={found} />
      <NextSteps text={settings.announcement.next} school={school} />
      {(objection || (await requestNow()).season < until) && (
        <Section title={RESULT_WORDS.object} near>
          <p><Phrases text={objection ? `${objectionTag(objection.answer)}。` : objectionWords(until)} /></p>
          <RowLink href={paths.objection(applicationId)}>{objection ? OBJECTION.see : '提出异议'}</RowLink>
        </Section>
      )}
      <RowLink href={paths.done(applicationId)}>登记回执</RowLink>
      <Help schools={schools} desk={settings.help.desk} hours={settings.help.hours} />
    </Page>
  )
}
