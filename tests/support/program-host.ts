import path from 'node:path'
import { z } from 'zod'
import { ROOT } from './run-directory'

/** The process in which `onAppData` runs programs, one after another; see there. */
const question = z.object({ id: z.number(), file: z.string(), given: z.array(z.string()) })
const program = z.object({ default: z.custom<(...given: string[]) => Promise<unknown>>((one) => typeof one === 'function') })

async function run(message: unknown): Promise<void> {
  const { id, file, given } = question.parse(message)
  try {
    const { default: work } = program.parse(await import(path.join(ROOT, file)))
    process.send?.({ id, result: await work(...given) })
  } catch (error) {
    process.send?.({ id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

let last = Promise.resolve()
process.on('message', (message) => {
  last = last.then(() => run(message))
})
process.once('disconnect', () => process.exit())
