import 'server-only'
import { SETTINGS_FILE } from '@/lib/domain/season-draft'
import { fieldOfFault } from '@/lib/domain/season-settings'
import { judgeSettings, type SeasonFinding } from '@/lib/rules'

type Judged = {
  /** by field */
  faults: Record<string, string>
  /** what no field of the form can have caused, as the linter puts it */
  beside: string[]
}

/** What the rules say of a draft's settings, at the fields of its form. @param findings of `judgeDraft` */
export function judgedSettings(settings: unknown, findings: readonly SeasonFinding[]): Judged {
  const { faults } = judgeSettings(settings)
  const placed = faults.flatMap(({ path, message }) => {
    const field = fieldOfFault(path)
    return field === null ? [] : [{ field, message, finding: `${path.join('.')}：${message}` }]
  })
  const beside = findings.filter(({ file, message }) => file === SETTINGS_FILE && !placed.some(({ finding }) => finding === message))
  return { faults: Object.fromEntries(placed.toReversed().map(({ field, message }) => [field, message])), beside: beside.map(({ message }) => message) }
}
