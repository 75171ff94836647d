import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ConsolePage } from '@/components/console/console-page'
import { PrintButton } from '@/components/ui/print-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { requireStaff } from '@/lib/auth/require-staff'
import { ASSIST_WORDS, PRESENCE_WORDS } from '@/lib/copy/staff/assist'
import { findAssistance } from '@/lib/data/assistances'
import { db } from '@/lib/data/db'
import { ACCEPTED } from '@/lib/domain/material-limits'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { ConsentSheet } from './consent-sheet'

export const metadata: Metadata = { title: ASSIST_WORDS.title }

type Props = { params: Promise<{ assistanceId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The signed paper, and with it the way to the family's pages. */
export default async function ConsentPage({ params, searchParams }: Props) {
  const { assistanceId } = await params
  const actor = await requireStaff('desk', paths.assistance(assistanceId))
  const assistance = z.uuid().safeParse(assistanceId).success ? await findAssistance(db(), actor, assistanceId) : null
  if (!assistance) notFound()
  const { guardian, presence, scans, ended } = assistance
  const { fault } = await searchParams
  return (
    <ConsolePage actor={actor} current="desk" demonstration={isDemonstration()} title={`${ASSIST_WORDS.title}：${guardian.name}`} lead={`${guardian.idNumber}，${PRESENCE_WORDS[presence]}，身份已核对`} fault={ended ? 'ASSISTANCE_OVER' : fault}>
      <div className="lookup">
        <ConsentSheet officer={actor} guardian={guardian} />
        <aside className="lookup-side no-print" aria-label="签字以后">
          <PrintButton>打印同意书</PrintButton>
          {ended ? (
            <p><a className="inline-flex min-h-target items-center" href={paths.assist}>重新开始代办</a></p>
          ) : (
            <form className="form" action={paths.beginAssistance(assistanceId)} method="post" encType="multipart/form-data">
              <div className="field">
                <label className="block font-bold" htmlFor="file">签好字的同意书</label>
                <p id="file-hint" className="text-sm text-ink-soft">{scans > 0 ? `已收 ${scans} 份，可以再加` : '照片或 PDF，可以一次选几张'}</p>
                <input className="input" id="file" type="file" name="file" multiple accept={ACCEPTED} aria-describedby="file-hint" />
              </div>
              <SubmitButton waitingText="正在上传">{ASSIST_WORDS.begin}</SubmitButton>
            </form>
          )}
        </aside>
      </div>
    </ConsolePage>
  )
}
