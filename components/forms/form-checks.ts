import { createFormControl, type ResolverResult } from 'react-hook-form'
import { FIELD_WORDS, isFieldCode } from '@/lib/copy/errors'
import { startAnswers, stepAnswers } from '@/lib/domain/answers'
import { appealAnswers } from '@/lib/domain/appeal-answers'
import { objectionAnswers } from '@/lib/domain/objections'

/** The schemas that the server parses with, by the form that posts them. */
const CHECKS = { start: startAnswers, contract: stepAnswers.contract, certificate: stepAnswers.certificate, grandparent: stepAnswers.grandparent, objection: objectionAnswers, ...appealAnswers } as const

export type CheckedForm = keyof typeof CHECKS
type Typed = Record<string, string>
type Happened = { type: string; target: EventTarget }
export type FormChecks = ReturnType<typeof checkForm>

/**
 * Asks the schema that the server parses with, the whole of it, when a field is left: what is wrong is said before the
 * form is sent, also where one field makes another one wrong. @param onFault is told of it in words, or that nothing is wrong any more
 */
export function checkForm(name: CheckedForm, form: HTMLFormElement, onFault: (field: string, fault: string | null) => void) {
  // As the form stands: without it the first of several choices would say for all of them that nothing is chosen, and undo the choice.
  const standing = Object.fromEntries([...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  const control = createFormControl<Typed>({ mode: 'onTouched', defaultValues: standing, resolver: (typed) => faultsOf(name, typed) })
  for (const element of form.elements) if (isTypedInto(element)) control.register(element.name).ref(element)

  function tell(field: string) {
    const code = control.getFieldState(field).error?.message
    onFault(field, code !== undefined && isFieldCode(code) ? FIELD_WORDS[code] : null)
  }
  return {
    async left({ type, target }: Happened): Promise<void> {
      if (!isTypedInto(target)) return
      await control.register(target.name).onBlur({ type, target })
      tell(target.name)
    },
    async changed({ type, target }: Happened): Promise<void> {
      if (!isTypedInto(target)) return
      await control.register(target.name).onChange({ type, target })
      tell(target.name)
    },
  }
}

/** React's own hidden fields begin with a dollar. */
function isTypedInto(element: EventTarget | null): element is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  const typed = element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement
  return typed && element.name !== '' && !element.name.startsWith('$')
}

function faultsOf(name: CheckedForm, typed: Typed): ResolverResult<Typed> {
  const parsed = CHECKS[name].safeParse(Object.fromEntries(Object.entries(typed).map(([field, value]) => [field, value || ''])))
  if (parsed.success) return { values: typed, errors: {} }
  // An empty field is not wrong yet: somebody may be on the way to what stands above it.
  const wrong = parsed.error.issues.filter((issue) => typed[String(issue.path[0])])
  return { values: {}, errors: Object.fromEntries(wrong.map((issue) => [String(issue.path[0]), { type: 'schema', message: issue.message }])) }
}
