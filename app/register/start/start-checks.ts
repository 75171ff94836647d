import { createFormControl, type ResolverResult } from 'react-hook-form'
import { isFieldCode, type FieldCode } from '@/lib/copy/errors'
import { idNumberField } from '@/lib/domain/answers'

type Typed = { idNumber: string }

function check({ idNumber }: Typed): ResolverResult<Typed> {
  // An empty field is not wrong yet: somebody may be on the way to the county above it.
  const parsed = idNumber ? idNumberField.safeParse(idNumber) : null
  if (!parsed || parsed.success) return { values: { idNumber }, errors: {} }
  return { values: {}, errors: { idNumber: { type: 'schema', message: parsed.error.issues[0]?.message ?? '' } } }
}

/** Asks the same schema as the server does, when the field is left: a wrong digit is said before the form is sent. */
export function checkIdNumber(onFault: (fault: FieldCode | null) => void) {
  const form = createFormControl<Typed>({
    mode: 'onBlur',
    reValidateMode: 'onChange',
    resolver: check,
  })
  form.subscribe({
    formState: { errors: true },
    callback: ({ errors }) => {
      const code = errors?.idNumber?.message
      onFault(code !== undefined && isFieldCode(code) ? code : null)
    },
  })
  return form.register('idNumber')
}
