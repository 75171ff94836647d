import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'

/**
 * The driver's adapter, whose transactions send one query at a time. A transaction has one connection; Prisma asks it for all
 * the relations of an `include` at once, and leaves it to `pg` to put them in a line, which warns of that and will not do it
 * any more in its next version. The order is the same, and so is what one waits for.
 */
export class PrismaPgInTurn extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (isolationLevel) => {
      const transaction = await start(isolationLevel)
      const turn = inTurn()
      const [query, execute] = [transaction.queryRaw.bind(transaction), transaction.executeRaw.bind(transaction)]
      transaction.queryRaw = (asked) => turn(() => query(asked))
      transaction.executeRaw = (asked) => turn(() => execute(asked))
      return transaction
    }
    return adapter
  }
}

/** Begins each work once the one before has ended, however it ended. */
function inTurn(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let before: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = before.then(work)
    before = done.catch(() => undefined)
    return done
  }
}
