import type { FieldProblem } from '@/components/ui/error-summary'
import type { AgeFault } from '@/lib/domain/age'

/** What went wrong with a form at its last try. */
export type WrongProps = {
  errors: readonly FieldProblem[]
  attempt: number
  /** where to sign in again, once the session has ended */
  signIn?: string
  refusal?: { title: string; text: string; waitMs?: number; age?: AgeFault }
  /** as it was typed: a refusal of age repeats it */
  idNumber?: string
}
