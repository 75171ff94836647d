import type { Metadata } from 'next'
import { ConsolePage } from '@/components/console/console-page'
import { Section } from '@/components/layout/section'
import { Notice } from '@/components/ui/notice'
import { PAGE_NAMES } from '@/lib/copy/staff/frame'
import { INQUIRIES } from '@/lib/copy/staff/inquiries'
import { REGISTERS } from '@/lib/copy/staff/registers'
import { requestNow } from '@/lib/auth/require-guardian'
import { requireStaff } from '@/lib/auth/require-staff'
import { listExports } from '@/lib/data/inquiries'
import { countOpenQuestions } from '@/lib/data/inquiry-candidates'
import { listRegisterVersions, newestVersions } from '@/lib/data/register-imports'
import { listUploads } from '@/lib/data/register-uploads'
import { getSeasonUnderWay } from '@/lib/data/seasons'
import { isDemonstration } from '@/lib/env'
import { paths } from '@/lib/paths'
import { ExportForm } from './export-form'
import { ExportsTable } from './exports-table'
import { RegisterTable } from './register-table'
import { UploadForm } from './upload-form'
import { VersionsTable } from './versions-table'
import { WaitingUploads } from './waiting-uploads'

export const metadata: Metadata = { title: PAGE_NAMES.registers }

/** Without a season there is nobody to ask about. */
const NOTHING = { count: 0, exact: true } as const

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The departments' registers: which version stands, a file to be tried, and what departments are asked about families. */
export default async function RegistersPage({ searchParams }: Props) {
  const actor = await requireStaff('registers', paths.registers)
  const { fault, done } = await searchParams
  const now = await requestNow()
  const published = await getSeasonUnderWay(actor.county, now.season)
  const open = published ? await countOpenQuestions({ county: actor.county, year: published.year }) : { police: NOTHING, resources: NOTHING }
  return (
    <ConsolePage actor={actor} current="registers" demonstration={isDemonstration()} title={PAGE_NAMES.registers} lead={REGISTERS.lead} fault={fault}>
      {typeof done === 'string' && fault === undefined && <Notice kind="ok"><p role="status">{done === 'answers' ? REGISTERS.done.answers : REGISTERS.done.register}</p></Notice>}
      <div className="lookup">
        <div className="con-part">
          <RegisterTable versions={await newestVersions(actor.county)} />
          <WaitingUploads uploads={await listUploads(actor, now.real)} own={actor.staffId} />
        </div>
        <section className="lookup-side" aria-labelledby="upload-title"><UploadForm /></section>
      </div>
      <div id="inquiries">
        <Section near title={INQUIRIES.title}>
          <p className="text-sm text-ink-soft">{INQUIRIES.lead}</p>
          <div className="lookup">
            <ExportsTable exports={await listExports(actor)} />
            <div className="lookup-side"><ExportForm open={open} /></div>
          </div>
        </Section>
      </div>
      <Section near title={REGISTERS.versions.title}><VersionsTable versions={await listRegisterVersions(actor.county)} /></Section>
    </ConsolePage>
  )
}
