import type { ReactNode } from 'react'
import type { ClaimOf } from '@/lib/domain/appeal-claims'
import type { AppealHead, AppealSlug } from '@/lib/domain/appeals'

/** A guardian of the record, as a form lets one choose; `subject` stands for the person. */
export type FormGuardian = { subject: string; words: string; isReader: boolean }

/** What a form shows beside what is typed. Nothing of the record reaches whom the record does not name. */
export type AppealFormContext = {
  kind: AppealHead['kind']
  slug: AppealSlug
  applicationId: string
  /** masked */
  childNumber: string
  /** null where it has to be asked for */
  childName: string | null
  readerName: string
  guardians: readonly FormGuardian[]
  ground: ClaimOf<'NO_VALID_MATERIALS'>['ground'] | null
  /** where another one is chosen */
  chooseGround: string
}

export type FieldsProps = {
  context: AppealFormContext
  /** name, what was typed and what is wrong with it, for the parts of `components/ui` */
  field: (name: string) => { name: string; defaultValue: string | undefined; error: ReactNode }
}
