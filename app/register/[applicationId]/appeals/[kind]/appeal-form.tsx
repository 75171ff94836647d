import type { ReactNode } from 'react'
import { Actions } from '@/components/layout/actions'
import { SubmitButton } from '@/components/ui/submit-button'
import { APPEAL_BUTTONS } from '@/lib/copy/appeals'
import type { AppealHead } from '@/lib/domain/appeals'
import { TypedForm, useTypedForm } from '../../../typed-form'
import { saveForm } from './actions'
import { BlendedFamilyFields, SingleParentFields } from './family-fields'
import type { AppealFormContext, FieldsProps } from './form-context'
import { GroundFields } from './ground-fields'
import { KinshipFields } from './kinship-fields'
import { GuardianMismatchFields, StudentNotFoundFields } from './record-fields'

const FIELDS = {
  STUDENT_NOT_FOUND: StudentNotFoundFields,
  GUARDIAN_MISMATCH: GuardianMismatchFields,
  SINGLE_PARENT: SingleParentFields,
  BLENDED_FAMILY: BlendedFamilyFields,
  GRANDPARENT_KINSHIP: KinshipFields,
  NO_VALID_MATERIALS: GroundFields,
} as const satisfies Record<AppealHead['kind'], (props: FieldsProps) => ReactNode>

type Props = { context: AppealFormContext; kept: Record<string, string>; /** what to read before the form: it stands under what has to be mended */ children: ReactNode }

/** The form of an appeal of any kind. */
export function AppealForm({ context, kept, children }: Props) {
  const { kind, slug, applicationId } = context
  const { field, frame } = useTypedForm(kind, saveForm, kept)
  const Fields = FIELDS[kind]
  return (
    <TypedForm frame={frame} hidden={{ slug, applicationId }} before={children}>
      <Fields context={context} field={field} />
      <Actions><SubmitButton waitingText="正在保存">{APPEAL_BUTTONS.save}</SubmitButton></Actions>
    </TypedForm>
  )
}
