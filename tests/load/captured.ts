import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/lib/data/generated/client'

export type Statement = { sql: string; parameters: readonly unknown[] }

/**
 * Puts a client that remembers what it sends in the place of the application's own: the data functions themselves are
 * called, and what is measured is what they ask.
 */
export function recordStatements(databaseUrl: string): { ask: (question: () => Promise<unknown>) => Promise<Statement[]>; close: () => Promise<void> } {
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl, max: 4 }), log: [{ emit: 'event', level: 'query' }] })
  let sent: Statement[] = []
  client.$on('query', ({ query, params }) => {
    const parameters: unknown = JSON.parse(params)
    sent.push({ sql: query, parameters: Array.isArray(parameters) ? parameters : [] })
  })
  globalThis.zhihuiDatabase = { url: databaseUrl, client }
  return {
    async ask(question) {
      sent = []
      await question()
      return sent.filter(({ sql }) => /^\s*(?:SELECT|WITH|UPDATE|INSERT|DELETE|\()/i.test(sql))
    },
    close: () => client.$disconnect(),
  }
}
