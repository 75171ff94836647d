import { readdirSync, readFileSync } from 'node:fs'

/** The clock ticks of Linux's accounts: a hundred a second, whatever the machine. */
const MS_A_TICK = 10

type Account = { parent: number; ms: number }

function accountOf(pid: number): Account | null {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
    // Its own time and that of the children that it has collected, in user and in system mode.
    const ticks = [11, 12, 13, 14].reduce((sum, place) => sum + Number(afterName[place]), 0)
    return { parent: Number(afterName[1]), ms: ticks * MS_A_TICK }
  } catch {
    return null
  }
}

/**
 * What each program has spent of processor time so far with all that it started, and this process itself, milliseconds; null where the system keeps no
 * such accounts. Of a machine that others use too it says more than any clock.
 */
export function cpuOf(programs: Readonly<Record<string, number>>): Record<string, number> | null {
  if (process.platform !== 'linux') return null
  const accounts = new Map(readdirSync('/proc').flatMap((name): [number, Account][] => {
    const account = /^\d+$/.test(name) ? accountOf(Number(name)) : null
    return account ? [[Number(name), account]] : []
  }))
  const spent = (pid: number): number => (accounts.get(pid)?.ms ?? 0) + [...accounts].reduce((sum, [child, { parent }]) => (parent === pid ? sum + spent(child) : sum), 0)
  const own = process.cpuUsage()
  return { ...Object.fromEntries(Object.entries(programs).map(([name, pid]) => [name, spent(pid)])), 'this bench': (own.user + own.system) / 1000 }
}
