import { fulfilments, isWanted, type Requirement } from '@/lib/domain/appeal-requirements'
import { bundleKey, type MaterialDetail } from '@/lib/domain/materials'
import { broughtWords, wantedWords } from '@/lib/copy/appeals'
import { writtenMonth } from '@/lib/copy/time'
import { paths } from '@/lib/paths'

type Month = { value: string; label: string; covered: boolean }
export type BundledMaterial = { id: string; pages: number; months: readonly string[]; thumbSrc: string; fullSrcs: readonly string[] }

/** One document that an appeal must bring, with the files that are there: what the page shows and nothing else. */
export type MaterialBundle = {
  key: string
  document: string
  subject: string
  label: string
  have: number
  need: number
  note: string
  /** of a document that is counted by months; `covered` by whichever file */
  months: readonly Month[] | null
  materials: readonly BundledMaterial[]
}

type Kept = { id: string; document: string; subject: string } & Pick<MaterialDetail, 'months' | 'pages'>

/** @param whose names the person of a subject (`student`, `guardian-1`, …), empty where nobody needs to be named */
export function materialBundles(requirements: readonly Requirement[], kept: readonly Kept[], whose: (subject: string) => string): MaterialBundle[] {
  return fulfilments(requirements, kept).map(({ requirement, have, need, missingMonths }) => {
    const { document, subject, label, note, months } = requirement
    const name = whose(subject)
    return {
      key: bundleKey(requirement),
      document,
      subject,
      label: isWanted(requirement) ? (have < need ? wantedWords(label) : broughtWords(label)) : name === '' ? label : `${label}：${name}`,
      have,
      need,
      note,
      months: months && months.map((value) => ({ value, label: writtenMonth(value), covered: !missingMonths.includes(value) })),
      materials: kept
        .filter((one) => one.document === document && one.subject === subject)
        .map(({ id, pages, months: covers }) => ({
          id,
          pages: pages.length,
          months: covers,
          thumbSrc: paths.material(id, 1, 'thumb'),
          fullSrcs: pages.map((_, index) => paths.material(id, index + 1, 'full')),
        })),
    }
  })
}
