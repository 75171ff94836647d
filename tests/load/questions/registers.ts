import { readClock } from '@/lib/clock'
import { listExports } from '@/lib/data/inquiries'
import { countOpenQuestions } from '@/lib/data/inquiry-candidates'
import { listRegisterVersions, newestVersions } from '@/lib/data/register-imports'
import { findUpload, listUploads } from '@/lib/data/register-uploads'
import type { Question, World } from './sample'

export async function ofRegisters({ published: { county, year }, officers: { admins: [admin] }, prepared: { uploadId } }: World): Promise<Question[]> {
  const now = await readClock()
  return [
    {
      page: '/console/registers',
      what: 'versions, files that wait, what is and was asked',
      ask: async () => [await newestVersions(county), await listRegisterVersions(county), await listUploads({ county }, now.real), await countOpenQuestions({ county, year }), await listExports({ county })],
    },
    { page: '/console/registers/uploads/[uploadId]', what: 'a file with a thousand faults', ask: () => findUpload(admin, uploadId, now.real) },
  ]
}
