import { globSync } from 'node:fs'
import path from 'node:path'

export const RULES_ROOM = path.join(import.meta.dirname, '../../lib/rules')

/** What a test of the boundaries plants in a room for a moment: no file of the house. */
export const PLANTED = 'planted-'

/** Every file of lib/rules, as its path within it. Another test may be planting there meanwhile. */
export function rulesFiles(): string[] {
  return globSync('**/*.ts', { cwd: RULES_ROOM, exclude: (name) => name.startsWith(PLANTED) }).toSorted()
}
