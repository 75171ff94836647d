import { disconnect } from '@/lib/data/db'
import { EnvError } from '@/lib/env'

/** Tells an operator on stderr why nothing was done. @returns `code`, for the exit */
export function refuse(sentence: string, code: number): number {
  process.stderr.write(sentence)
  return code
}

/**
 * Runs a command that works on the database and ends the process with its exit code; 2 where it could not be run.
 * @param usage for arguments that cannot be read
 * @param undone what did not come about, in a few words
 */
export async function runCommand(main: () => Promise<number>, usage: string, undone: string): Promise<void> {
  try {
    process.exitCode = await main()
  } catch (error) {
    process.exitCode = refuse(explain(error, usage, undone), 2)
  } finally {
    await disconnect().catch(() => undefined)
  }
}

/** What a database says may quote a row, so that only its code is repeated. */
function explain(error: unknown, usage: string, undone: string): string {
  if (error instanceof EnvError) return `${error.message}\n`
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  return code.startsWith('ERR_PARSE_ARGS') ? usage : `${undone} (${code})\n`
}
