import { readClock } from '@/lib/clock'
import { exportAdmissions } from '@/lib/commands/export-admissions'
import { exportAllocation } from '@/lib/commands/export-allocation'
import { exportApplicants } from '@/lib/commands/export-applicants'
import { exportInquiries } from '@/lib/commands/export-inquiries'
import { exportSeason } from '@/lib/commands/export-season'
import { printAdmissions } from '@/lib/commands/print-admissions'
import { printCallSheet } from '@/lib/commands/print-call-sheet'
import { db } from '@/lib/data/db'
import { listExports } from '@/lib/data/inquiries'
import { listOpenQuestions } from '@/lib/data/inquiry-candidates'
import type { Question, World } from './sample'

/** What leaves the platform as a file or on paper: that it did is written down for every family in it. */
export async function ofFiles({ published: { county, year }, officers: { clerk, admins: [admin] }, prepared: { draftId }, afterwards: { told } }: World): Promise<Question[]> {
  const now = await readClock()
  const [sheet] = await listExports({ county })
  return [
    { page: '/school/call-sheet', what: 'as many as it holds', ask: () => printCallSheet({ actor: clerk, filter: {}, now }) },
    { page: '/school/admissions/sheet', what: 'who was admitted', ask: () => printAdmissions({ actor: clerk, filter: {}, now }) },
    { page: '/api/staff/exports/school', what: 'everybody of one category', ask: () => exportApplicants({ actor: clerk, filter: { state: 'submitted', category: '3' }, now }) },
    { page: '/api/staff/exports/admissions', what: 'who was admitted', ask: () => exportAdmissions({ actor: clerk, filter: {}, now }) },
    { page: '/api/staff/exports/allocation', what: 'a run with all that it rests on', ask: () => exportAllocation({ actor: admin, county, runId: told }) },
    { page: '/api/staff/exports/inquiries', what: 'a sheet that went out, once more', ask: () => exportInquiries({ actor: admin, asked: { exportId: sheet?.id ?? '', format: 'csv', reason: '核对登记数据' }, now }) },
    { page: '/api/staff/exports/inquiries', what: 'what a new sheet of each department is made of', ask: async () => [await listOpenQuestions(db(), 'police', { county, year }), await listOpenQuestions(db(), 'resources', { county, year })] },
    { page: '/api/staff/exports/season/[id]', what: 'a draft', ask: () => exportSeason({ actor: admin, id: draftId }) },
  ]
}
