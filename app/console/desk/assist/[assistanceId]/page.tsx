import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ConsolePage } from '@/components/console/console-page'
import { ButtonLink } from '@/components/ui/button'
import { PrintButton } from '@/components/ui/print-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { requireStaff } from '@/lib/auth/require-staff'
import { ASSIST_WORDS, CONSENT_SHEET, PRESENCE_WORDS } from '@/lib/copy/staff/assist'
import { findAssistance } from '@/lib/data/assistances'
import { db } from '@/lib/data/db'
import { ACCEPTED, MATERIAL_LIMITS } from '@/lib/domain/material-limits'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { cancel } from '../actions'
import { ConsentSheet } from './consent-sheet'

export const metadata: Metadata = { title: ASSIST_WORDS.title }

type Props = { params: Promise<{ assistanceId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The signed paper, and with it the way to the family's pages. */
export default async function ConsentPage({ params, searchParams }: Props) {
  const { assistanceId } = await params
  const actor = await requireStaff('desk', paths.assistance(assistanceId))
  const assistance = z.uuid().safeParse(assistanceId).success ? await findAssistance(db(), actor, assistanceId) : null
  if (!assistance) notFound()
  const frame = { actor, current: 'desk', demonstration: isDemonstration(), back: { href: paths.desk, to: '线下窗口' } } as const
  if (assistance === 'over') return <ConsolePage {...frame} title={ASSIST_WORDS.title} fault="ASSISTANCE_OVER"><p><ButtonLink variant="secondary" href={paths.assist}>重新开始代办</ButtonLink></p></ConsolePage>
  const { guardian, presence, scans } = assistance
  const sheet = CONSENT_SHEET[presence]
  const { fault } = await searchParams
  return (
    <ConsolePage {...frame} title={`${ASSIST_WORDS.title}：${guardian.name}`} lead={`${guardian.idNumber}，${PRESENCE_WORDS[presence]}，身份已核对`} fault={fault}>
      <div className="lookup">
        <ConsentSheet officer={actor} guardian={guardian} sheet={sheet} />
        <aside className="lookup-side no-print" aria-label="签字以后">
          <PrintButton variant="secondary">{`打印${sheet.paper}`}</PrintButton>
          <form className="form" action={paths.beginAssistance(assistanceId)} method="post" encType="multipart/form-data">
            <div className="field">
              <label className="block font-bold" htmlFor="file">签好字的{sheet.paper}</label>
              <p id="file-hint" className="text-sm text-ink-soft">{scans > 0 ? `已收 ${scans} 份，可以再加，也可以直接接着办` : `照片或 PDF，可以一次选几张，每张不超过 ${MATERIAL_LIMITS.bytes / 1024 / 1024} MB`}</p>
              <input className="input" id="file" type="file" name="file" multiple accept={ACCEPTED} aria-describedby="file-hint" />
            </div>
            <SubmitButton waitingText="正在上传">{scans > 0 ? ASSIST_WORDS.goOn : ASSIST_WORDS.begin}</SubmitButton>
          </form>
          {scans === 0 && (
            <form action={cancel}>
              <input type="hidden" name="assistanceId" value={assistanceId} />
              <SubmitButton variant="quiet" waitingText="正在删除">{ASSIST_WORDS.cancel}</SubmitButton>
            </form>
          )}
        </aside>
      </div>
    </ConsolePage>
  )
}
