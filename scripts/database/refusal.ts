/** Something outside this program is in the way; the message is the whole sentence that the person at the terminal reads. */
export class Refusal extends Error {}

/** Runs a program; a refusal is its sentence on stderr and ends it with 1, anything else is a bug. */
export async function orRefusal(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
