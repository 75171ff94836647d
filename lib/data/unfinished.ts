import 'server-only'
import type { Season } from '@/lib/rules'
import type { GuardianActor } from '@/lib/domain/actor'
import type { MessageCode } from '@/lib/domain/messages'
import { seasonPhase } from '@/lib/domain/season-phase'
import { addressState } from './address-matches'
import { applicationColumns, toApplication, type Application } from './applications'
import { db, type Db } from './db'
import { actorOf, identityColumns } from './guardians'
import { getPublishedSeason, type PublishedSeason } from './seasons'
import type { Prisma } from './generated/client'

/** A registration in which its family may still have something to do, with whose it is. */
export type Unfinished = { application: Application; guardian: GuardianActor }

type Where = Prisma.ApplicationWhereInput

const unsubmitted = ({ county, year }: Pick<PublishedSeason, 'county' | 'year'>): Where => ({
  county,
  year,
  status: 'draft',
  wrappedKey: { not: null },
  student: { submissions: { none: { year } } },
})

/** Drafts in which the next move is the family's: an appeal that waits alone is the county's to decide. */
export function waitingForFamily(season: Pick<PublishedSeason, 'county' | 'year'>, startedBy: number): Where {
  return {
    ...unsubmitted(season),
    createdAt: { lte: new Date(startedBy) },
    OR: [{ appeals: { none: { status: 'waiting' } } }, { appeals: { some: { status: { in: ['draft', 'refused'] } } } }],
  }
}

/** What a later close is good news for: drafts, and submissions that were sent back and have not come again. */
export function openAtExtension(season: Pick<PublishedSeason, 'county' | 'year'>, startedBy: number): Where {
  const { county, year } = season
  return { OR: [unsubmitted(season), { county, year, status: 'returned', wrappedKey: { not: null } }], createdAt: { lte: new Date(startedBy) } }
}

/** Drafts with an appeal that the season's close found waiting. */
export function waitingAtClose(season: Pick<PublishedSeason, 'county' | 'year'>, closesAt: number): Where {
  return { ...unsubmitted(season), appeals: { some: { status: 'waiting', sentAt: { lt: new Date(closesAt) } } } }
}

/** Of a later close one is told anew. @param since the season's clock, milliseconds */
export function notToldSince(code: MessageCode, since: number): Where {
  return { messages: { none: { code, createdAt: { gte: new Date(since) } } } }
}

/** Whether a family can still do something about its registration: the season is not over, or an appeal of it waits. */
export async function mayStillAct(on: Db, { county, year, appeals }: Pick<Application, 'county' | 'year' | 'appeals'>, at: number): Promise<boolean> {
  const published = await getPublishedSeason(county, year, on)
  return published !== null && (seasonPhase(published.season.settings, at) !== 'after' || appeals.some((appeal) => appeal.status === 'waiting'))
}

/** Page by page in order of their ids. @param after the last one of the page before */
export async function listIds(where: Where, after: string | null, take: number): Promise<string[]> {
  const rows = await db().application.findMany({ where: { AND: [where, after ? { id: { gt: after } } : {}] }, select: { id: true }, orderBy: { id: 'asc' }, take })
  return rows.map((row) => row.id)
}

/** One of them, if it still is. */
export async function findUnfinished(id: string, where: Where): Promise<Unfinished | null> {
  const row = await db().application.findFirst({ where: { AND: [where, { id }] }, select: { ...applicationColumns, guardian: { select: identityColumns } } })
  const application = row && toApplication(row)
  return application ? { application, guardian: actorOf(row.guardian) } : null
}

/** The schools of the catchment in which the child is registered, by name; empty where the register or the table says nothing. */
export function schoolsOfRegistration(application: Application, season: Season): string[] {
  const { findings, studentIdNumber } = application
  const people = findings.household?.outcome === 'found' ? findings.household.value.people : []
  const address = people.find((person) => person.idNumber === studentIdNumber)?.address
  const codes = address ? addressState(application, season, 'household', address).schools : []
  return codes.map((code) => season.schools.find((school) => school.code === code)?.name ?? code)
}
