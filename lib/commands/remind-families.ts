import 'server-only'
import type { Now } from '@/lib/domain/actor'
import { dueReminder, unsentAppeal, type DueReminder } from '@/lib/domain/reminders'
import { childAs } from '@/lib/data/applications'
import { db, type Transaction } from '@/lib/data/db'
import { writeMessage } from '@/lib/data/messages'
import { listPublishedSeasons, type PublishedSeason } from '@/lib/data/seasons'
import { findExtension, type Extension } from '@/lib/data/season-window'
import { findUnfinished, listIds, notToldSince, openAtExtension, waitingAtClose, waitingForFamily, type Unfinished } from '@/lib/data/unfinished'
import { log } from '@/lib/log'

const PAGE = 100

/**
 * Reminds families with something unfinished 48 and 24 hours before their county's close, and tells those whose appeal the
 * close found waiting how it goes on, and whoever has not finished that the close is later now. Runs every minute on every server; a key in each message keeps it to one.
 */
export async function remindFamilies({ now }: { now: Now }): Promise<void> {
  for (const published of await listPublishedSeasons()) {
    const { closesAt, review } = published.season.settings
    const due = dueReminder(closesAt, now.season)
    const extension = now.season < closesAt ? await findExtension(published) : null
    if (extension) await tellOfExtension(published, extension, now)
    if (due) await remind(published, due, now)
    else if (now.season >= closesAt && review.afterClose === 'as-sent') await tellOfTheClose(published, now)
  }
}

async function remind(published: PublishedSeason, { code, from }: DueReminder, now: Now): Promise<void> {
  const { closesAt } = published.season.settings
  await forEachFamily({ AND: [waitingForFamily(published, from), notToldSince(code, from)] }, async (transaction, { application, guardian }) => {
    const content = { child: childAs(application, guardian.idNumber), closesAt, appeal: unsentAppeal(application.appeals)?.kind ?? null }
    await writeMessage(transaction, { guardianId: guardian.guardianId, application, at: now.season, sms: true, onceKey: `${code}:${closesAt}:${application.id}`, code, content })
  })
}

async function tellOfTheClose(published: PublishedSeason, now: Now): Promise<void> {
  const code = 'season-closed-with-open-appeal'
  const { closesAt } = published.season.settings
  const where = { AND: [waitingAtClose(published, closesAt), notToldSince(code, closesAt)] }
  await forEachFamily(where, async (transaction, { application, guardian }) => {
    for (const { id, kind } of application.appeals.filter((appeal) => appeal.status === 'waiting')) {
      const content = { child: childAs(application, guardian.idNumber), kind }
      await writeMessage(transaction, { guardianId: guardian.guardianId, application, at: now.season, sms: true, onceKey: `${code}:${closesAt}:${id}`, code, content })
    }
  })
}

async function tellOfExtension(published: PublishedSeason, { id, reason, decidedAt }: Extension, now: Now): Promise<void> {
  const code = 'window-extended'
  const { closesAt } = published.season.settings
  await forEachFamily({ AND: [openAtExtension(published, decidedAt), notToldSince(code, decidedAt)] }, async (transaction, { application, guardian }) => {
    const content = { child: childAs(application, guardian.idNumber), reason, closesAt }
    await writeMessage(transaction, { guardianId: guardian.guardianId, application, at: now.season, sms: true, onceKey: `${code}:${id}:${application.id}`, code, content })
  })
}

/** A transaction a family, which is looked at once more before it: many are told, and some submit meanwhile. One that fails holds up nobody. */
async function forEachFamily(where: Parameters<typeof listIds>[0], tell: (transaction: Transaction, family: Unfinished) => Promise<void>): Promise<void> {
  for (let ids = await listIds(where, null, PAGE); ids.length > 0; ids = await listIds(where, ids.at(-1) ?? null, PAGE)) {
    for (const id of ids) {
      try {
        const family = await findUnfinished(id, where)
        if (family) await db().$transaction((transaction) => tell(transaction, family))
      } catch (error) {
        log.warn({ application: id, code: error instanceof Error ? error.name : 'unknown' }, 'a family could not be reminded, will be tried again')
      }
    }
  }
}
