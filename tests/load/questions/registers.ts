import { readClock } from '@/lib/clock'
import { listExports } from '@/lib/data/inquiries'
import { countOpenQuestions } from '@/lib/data/inquiry-candidates'
import { listRegisterVersions, newestVersions } from '@/lib/data/register-imports'
import { listUploads } from '@/lib/data/register-uploads'
import type { PublishedSeason } from '@/lib/data/seasons'
import type { Question } from './sample'

export async function ofRegisters({ county, year }: PublishedSeason): Promise<Question[]> {
  const now = await readClock()
  return [
    { page: 'registers', what: 'the newest versions', ask: () => newestVersions(county) },
    { page: 'registers', what: 'all versions', ask: () => listRegisterVersions(county) },
    { page: 'registers', what: 'files that wait', ask: () => listUploads({ county }, now.real) },
    { page: 'registers', what: 'what is to be asked', ask: () => countOpenQuestions({ county, year }) },
    { page: 'registers', what: 'what was asked', ask: () => listExports({ county }) },
  ]
}
