import 'server-only'
import { APPEAL_KINDS } from '@/lib/rules'
import type { AppealHead } from '@/lib/domain/appeals'
import type { Withdrawable } from '@/lib/domain/desk-entries'
import { z } from 'zod'
import type { Prisma } from './generated/client'

export const appealHeadColumns = {
  id: true,
  county: true,
  kind: true,
  ground: true,
  status: true,
  round: true,
  createdAt: true,
  sentAt: true,
  rounds: { select: { decision: { select: { decidedAt: true } } }, orderBy: { number: 'desc' }, take: 1 },
} as const satisfies Prisma.AppealSelect

/** What two officers took back, when (the season's clock, milliseconds); `id` is of the withdrawal, `appealId` of the appeal whose approval had made it. */
export type TakenBack = { readonly id: string; readonly fact: Withdrawable; readonly at: number; readonly appealId: string | null }

/** The appeals of an application that count, newest first. */
export const appealHeads = {
  where: { status: { not: 'withdrawn' } },
  select: appealHeadColumns,
  orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
} as const satisfies Prisma.Application$appealsArgs

export const kindWord = z.enum(APPEAL_KINDS)

/** @param takenBack what was taken back of the application's establishments that appeals made */
export function appealHead(row: Prisma.AppealGetPayload<{ select: typeof appealHeadColumns }>, takenBack: readonly TakenBack[]): AppealHead {
  return {
    id: row.id,
    kind: kindWord.parse(row.kind),
    ground: row.ground,
    status: row.status,
    round: row.round,
    createdAt: row.createdAt.getTime(),
    sentAt: row.sentAt?.getTime() ?? null,
    decidedAt: row.rounds[0]?.decision?.decidedAt.getTime() ?? null,
    takenBackAt: takenBack.find((one) => one.appealId === row.id)?.at ?? null,
  }
}
