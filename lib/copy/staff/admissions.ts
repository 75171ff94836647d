import type { Admission } from '@/lib/domain/admission-list'
import { lastMinute } from '../time'
import { OUTCOME_NAMES } from './allocation'
import { PERSON_COLUMNS, personCells } from './school'

/** Before the publication; whether anything is being worked out, nobody outside the county is told. */
export function notPublishedYet(closesAt: number): string {
  return `采集 ${lastMinute(closesAt)} 截止，以后由县教体局安排录取。公布以后，本校的名单在这里。`
}

export const ADMISSION_COLUMNS = [
  ...PERSON_COLUMNS,
  { title: '住址', width: 44 },
  { title: '类别', width: 32 },
  { title: '录取方式', width: 16 },
  { title: '录取编号', width: 26 },
] as const

/** One child of an exported list, in the order of its columns. */
export function admissionRow({ detail, outcome, admissionNumber }: Admission): string[] {
  return [
    ...personCells(detail),
    detail.address ?? '',
    detail.categoryLabel ?? '',
    OUTCOME_NAMES[outcome].text,
    admissionNumber,
  ]
}
