import 'server-only'
import { SMS_WORDS } from '@/lib/copy/messages'
import { isMessageCode } from '@/lib/domain/messages'
import { claimDeliveries, failInterrupted, MOST_ATTEMPTS, recordFailure, recordSent, type ClaimedDelivery } from '@/lib/data/deliveries'
import { log } from '@/lib/log'
import type { SmsGateway, SmsFault, SmsOutcome } from '@/lib/messaging/gateway'
import { smsGateway } from '@/lib/messaging/gateways'

const BATCH = 20

/**
 * Sends what is due in the outbox, batch after batch: taken, sent, noted. After eight attempts, over an hour at the least,
 * it is given up and stays as failed.
 * @param now real time, milliseconds: the gateway does not live in the season
 */
export async function deliverMessages({ now, gateway = smsGateway() }: { now: number; gateway?: SmsGateway }): Promise<void> {
  await failInterrupted(now, 'interrupted' satisfies SmsFault)
  for (let taken = BATCH; taken === BATCH; ) {
    const claimed = await claimDeliveries(now, BATCH)
    await Promise.all(claimed.map((delivery) => deliver(delivery, gateway, now)))
    taken = claimed.length
  }
}

async function deliver(delivery: ClaimedDelivery, gateway: SmsGateway, now: number): Promise<void> {
  const { messageId, attempt, code } = delivery
  const result = await send(delivery, gateway)
  log.info({ message: messageId, code, attempt, outcome: result.outcome === 'sent' ? 'sent' : result.code }, 'text message')
  if (result.outcome === 'sent') return recordSent(messageId, result.reference, now)
  return recordFailure(delivery, result.code, !result.retry || attempt >= MOST_ATTEMPTS)
}

async function send({ messageId, code, phone }: ClaimedDelivery, gateway: SmsGateway): Promise<SmsOutcome> {
  if (phone === null) return { outcome: 'failed', code: 'no-phone', retry: false }
  if (!isMessageCode(code)) throw new Error(`message ${messageId} has a code that nobody knows`)
  return gateway.send({ id: messageId, phone, text: SMS_WORDS[code] })
}
