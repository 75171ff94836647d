import { createFormControl, type ResolverResult } from 'react-hook-form'
import { isFieldCode, type FieldCode } from '@/lib/copy/errors'
import { idNumberField, personName, stepAnswers } from '@/lib/domain/answers'

/** The schemas that the server parses with, by the name of their field. */
const CHECKS = {
  idNumber: idNumberField,
  grandparentName: personName,
  grandparentIdNumber: idNumberField,
  certificateNumber: stepAnswers.certificate.shape.certificateNumber,
  contractNumber: stepAnswers.contract.shape.contractNumber,
} as const

export type CheckedName = keyof typeof CHECKS
type Typed = Partial<Record<CheckedName, string>>

/** Asks the same schema as the server does, when the field is left: a wrong digit is said before the form is sent. */
export function checkField(name: CheckedName, onFault: (fault: FieldCode | null) => void) {
  const form = createFormControl<Typed>({
    mode: 'onBlur',
    reValidateMode: 'onChange',
    resolver: ({ [name]: typed }): ResolverResult<Typed> => {
      // An empty field is not wrong yet: somebody may be on the way to what stands above it.
      const parsed = typed ? CHECKS[name].safeParse(typed) : null
      if (!parsed || parsed.success) return { values: { [name]: typed }, errors: {} }
      return { values: {}, errors: { [name]: { type: 'schema', message: parsed.error.issues[0]?.message ?? '' } } }
    },
  })
  form.subscribe({
    formState: { errors: true },
    callback: ({ errors }) => {
      const code = errors?.[name]?.message
      onFault(code !== undefined && isFieldCode(code) ? code : null)
    },
  })
  return form.register(name)
}
