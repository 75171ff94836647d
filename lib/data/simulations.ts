import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { fail, succeed, type Result } from '@/lib/domain/result'
import { AGAINST, MOST_ATTEMPTS, SIMULATION_FAULTS, simulationResult, type Against, type SimulationFault, type SimulationResult, type SimulationStatus } from '@/lib/domain/simulation'
import { z } from 'zod'
import { db, type Transaction } from './db'
import type { Prisma } from './generated/client'

/** A run whose server has not said for so long that it is at it has none any more. Real time, the database's. */
const SILENT_SECONDS = 30

export type Simulation = {
  id: string
  draftId: string
  /** of the draft, as it was tried; null before the run has begun */
  revision: number | null
  year: number
  drafts: boolean
  against: Against
  status: SimulationStatus
  total: number
  done: number
  fault: SimulationFault | null
  createdAt: number
  endedAt: number | null
}

const head = { id: true, draftId: true, revision: true, year: true, drafts: true, against: true, status: true, total: true, done: true, fault: true, createdAt: true, endedAt: true } as const satisfies Prisma.SimulationSelect
const against = z.enum(AGAINST)
const fault = z.enum(SIMULATION_FAULTS).nullable()

function toSimulation(row: Prisma.SimulationGetPayload<{ select: typeof head }>): Simulation {
  return { ...row, against: against.parse(row.against), fault: fault.parse(row.fault), createdAt: row.createdAt.getTime(), endedAt: row.endedAt?.getTime() ?? null }
}

type Asked = { actor: StaffActor; draftId: string; year: number; drafts: boolean; against: Against }

/** Puts a run in line. SIMULATION_OPEN where the county has one already. */
export async function addSimulation(transaction: Transaction, { actor: { county, staffId }, ...asked }: Asked): Promise<Result<{ id: string }, { code: 'SIMULATION_OPEN' }>> {
  const [written] = await transaction.simulation.createManyAndReturn({ data: [{ county, ...asked, createdById: staffId }], select: { id: true }, skipDuplicates: true })
  return written ? succeed(written) : fail({ code: 'SIMULATION_OPEN' })
}

/** @returns false when it had ended before */
export async function cancelSimulation(transaction: Transaction, { county }: Pick<StaffActor, 'county'>, id: string): Promise<boolean> {
  const cancelled = await transaction.simulation.updateMany({ where: { id, county, status: { in: ['queued', 'running'] } }, data: { status: 'cancelled', endedAt: new Date() } })
  return cancelled.count === 1
}

/** The county's run that has not ended, of whichever draft. */
export async function findOpenSimulation({ county }: Pick<StaffActor, 'county'>): Promise<Simulation | null> {
  const row = await db().simulation.findFirst({ where: { county, status: { in: ['queued', 'running'] } }, select: head })
  return row && toSimulation(row)
}

/** The runs of a draft of the county, the newest first. */
export async function listSimulations({ county }: Pick<StaffActor, 'county'>, draftId: string, take: number): Promise<Simulation[]> {
  const rows = await db().simulation.findMany({ where: { county, draftId }, select: head, orderBy: { id: 'desc' }, take })
  return rows.map(toSimulation)
}

export type FinishedSimulation = Simulation & { result: SimulationResult }

/** A run of a draft of the county that is done; the newest one, unless one is named. */
export async function findFinishedSimulation({ county }: Pick<StaffActor, 'county'>, draftId: string, id?: string): Promise<FinishedSimulation | null> {
  const row = await db().simulation.findFirst({ where: { county, draftId, id, status: 'done' }, select: { ...head, result: true }, orderBy: { id: 'desc' } })
  return row && { ...toSimulation(row), result: simulationResult.parse(row.result) }
}

/** How many families it would be: what the newest run came to, without the list of them, which may be a megabyte. */
export type SimulationCounts = Pick<Simulation, 'year' | 'revision'> & { result: z.infer<typeof counts> }

const counts = simulationResult.pick({ families: true, changed: true })

export async function findNewestCounts({ county }: Pick<StaffActor, 'county'>, draftId: string): Promise<SimulationCounts | null> {
  const [row] = await db().$queryRaw<(Pick<Simulation, 'year' | 'revision'> & { families: unknown; changed: unknown })[]>`
    SELECT year, revision, result->'families' AS families, result->'changed' AS changed FROM simulations
    WHERE county = ${county} AND draft_id = ${draftId}::uuid AND status = 'done' ORDER BY id DESC LIMIT 1`
  return row ? { year: row.year, revision: row.revision, result: counts.parse({ families: row.families, changed: row.changed }) } : null
}

/** A run that is this server's, as long as nobody takes it again. */
export type TakenSimulation = { id: string; attempt: number; county: string; draftId: string; year: number; drafts: boolean; against: Against }

/** Takes the run that has waited longest, or one whose server has fallen silent, and begins it anew. Two servers never take the same one. */
export async function takeSimulation(): Promise<TakenSimulation | null> {
  const [row] = await db().$queryRaw<{ id: string; attempt: number; county: string; draft_id: string; year: number; drafts: boolean; against: string }[]>`
    UPDATE simulations SET status = 'running', attempt = attempt + 1, done = 0, started_at = now(), heartbeat_at = now()
    WHERE id = (
      SELECT id FROM simulations
      WHERE attempt < ${MOST_ATTEMPTS} AND (status = 'queued' OR (status = 'running' AND heartbeat_at < now() - ${SILENT_SECONDS} * interval '1 second'))
      ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, attempt, county, draft_id, year, drafts, against`
  return row ? { id: row.id, attempt: row.attempt, county: row.county, draftId: row.draft_id, year: row.year, drafts: row.drafts, against: against.parse(row.against) } : null
}

/** Runs that ended one server after another. */
export async function giveUpSimulations(): Promise<void> {
  await db().$executeRaw`
    UPDATE simulations SET status = 'failed', fault = ${'INTERRUPTED' satisfies SimulationFault}, ended_at = now()
    WHERE status = 'running' AND attempt >= ${MOST_ATTEMPTS} AND heartbeat_at < now() - ${SILENT_SECONDS} * interval '1 second'`
}

/** Says how far a run is, and that somebody is at it. @returns false when it was cancelled, or is another server's by now */
export async function noteProgress({ id, attempt }: TakenSimulation, { revision = null, total = null, done = null }: { revision?: number | null; total?: number | null; done?: number | null }): Promise<boolean> {
  const noted = await db().$executeRaw`
    UPDATE simulations SET heartbeat_at = now(), revision = coalesce(${revision}, revision), total = coalesce(${total}, total), done = coalesce(${done}, done)
    WHERE id = ${id}::uuid AND attempt = ${attempt} AND status = 'running'`
  return noted === 1
}

export async function finishSimulation(taken: TakenSimulation, result: SimulationResult, done: number): Promise<boolean> {
  return change(taken, { status: 'done', result, done, total: done, endedAt: new Date() })
}

export async function failSimulation(taken: TakenSimulation, code: SimulationFault): Promise<boolean> {
  return change(taken, { status: 'failed', fault: code, endedAt: new Date() })
}

async function change({ id, attempt }: TakenSimulation, data: Prisma.SimulationUpdateManyMutationInput): Promise<boolean> {
  const changed = await db().simulation.updateMany({ where: { id, attempt, status: 'running' }, data })
  return changed.count === 1
}
