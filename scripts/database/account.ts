import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from './refusal'

export type Account = { readonly uid: number; readonly gid: number }

/** PostgreSQL refuses to run as root: then it runs as `nobody`. Null: as whoever runs this. */
export function databaseAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  const line = lines.find(([name]) => name === 'nobody')
  if (!line) throw new Refusal('This runs as root, PostgreSQL does not, and there is no account `nobody` in /etc/passwd for it: run it as another user.')
  return { uid: Number(line[2]), gid: Number(line[3]) }
}

/** May this account go through every directory down to here? Under a home of mode 0700 it may not. */
export function isPassable(directory: string, account: Account | null): boolean {
  if (!account) return true
  for (let at = path.resolve(directory); ; at = path.dirname(at)) {
    const found = statSync(at, { throwIfNoEntry: false })
    if (found) {
      const bit = found.uid === account.uid ? 0o100 : found.gid === account.gid ? 0o010 : 0o001
      if ((found.mode & bit) === 0) return false
    }
    if (at === path.dirname(at)) return true
  }
}
