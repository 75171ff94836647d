import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { ConsolePage } from '@/components/console/console-page'
import { Notice } from '@/components/ui/notice'
import { buttonStyle } from '@/components/ui/button-style'
import { ButtonWords } from '@/components/ui/button-words'
import { SubmitButton } from '@/components/ui/submit-button'
import { TRIAL } from '@/lib/copy/staff/registers'
import { dayAndTime } from '@/lib/copy/time'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { db } from '@/lib/data/db'
import { hasMovedOn } from '@/lib/data/register-imports'
import { findUpload } from '@/lib/data/register-uploads'
import { staffNames } from '@/lib/data/staff'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { drop, take } from './actions'
import { BadLines } from './bad-lines'
import { Counts } from './counts'

export const metadata: Metadata = { title: '试导入' }

type Props = { params: Promise<{ uploadId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What an import of this very file would do, or every line that is wrong with it; nothing is written before the press here. */
export default async function UploadPage({ params, searchParams }: Props) {
  const { uploadId } = await params
  const actor = await requireStaff('registers', paths.registerUpload(uploadId))
  const upload = z.uuid().safeParse(uploadId).success ? await findUpload(actor, uploadId, (await requestNow()).real) : null
  if (!upload) notFound()
  const { fault } = await searchParams
  const { tried, kind } = upload
  const own = upload.staffId === actor.staffId
  const mayTake = !own || tried.is === 'answers'
  const by = (await staffNames(db(), [upload.staffId])).get(upload.staffId) ?? ''
  return (
    <ConsolePage actor={actor} current="registers" demonstration={isDemonstration()} title={TRIAL.title(kind)} back={{ href: paths.registers, to: '登记数据' }} fault={fault}>
      {tried.is === 'refused' ? (
        <>
          <Notice kind="seal" title={TRIAL.bad(tried.bad)}><p>{TRIAL.badHint}{TRIAL.shown(tried.bad)}</p></Notice>
          <div className="flex flex-wrap gap-3">
            <a className={buttonStyle('secondary')} href={paths.uploadFindings(uploadId)} download><ButtonWords icon="download">{TRIAL.download}</ButtonWords></a>
            <a className={buttonStyle('primary')} href={paths.registers}><ButtonWords>重新试导入</ButtonWords></a>
          </div>
          <BadLines findings={tried.findings} />
        </>
      ) : (
        <>
          <Notice kind="info" title={TRIAL.ok}><p>{TRIAL.until(dayAndTime(upload.expiresAt))}{tried.is === 'register' && (own ? TRIAL.other : TRIAL.second(by))}</p></Notice>
          {(await hasMovedOn(upload)) && <Notice kind="seal"><p>{TRIAL.movedOn}</p></Notice>}
          <Counts tried={tried} version={upload.version} />
          <div className="flex flex-wrap gap-3">
            {mayTake && (
              <form action={take}>
                <input type="hidden" name="uploadId" value={uploadId} />
                <input type="hidden" name="version" value={upload.version} />
                <SubmitButton waitingText="正在导入">{TRIAL.take[tried.is]}</SubmitButton>
              </form>
            )}
            <form action={drop}>
              <input type="hidden" name="uploadId" value={uploadId} />
              <SubmitButton variant="secondary" waitingText="正在删除">{TRIAL.drop}</SubmitButton>
            </form>
          </div>
        </>
      )}
    </ConsolePage>
  )
}
