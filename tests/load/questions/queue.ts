import { readCaseFilters } from '@/lib/domain/case-filters'
import { readClock } from '@/lib/clock'
import { sealApplicationSearch } from '@/lib/data/application-search'
import { listCases } from '@/lib/data/case-queue'
import { countInHand, takeNextCase } from '@/lib/data/claims'
import { db } from '@/lib/data/db'
import { listReviewers } from '@/lib/data/staff'
import type { Question, World } from './sample'

const page = '/console/cases'

export async function ofQueue({ published: { county, year }, officers: { reviewer: actor, clerk }, family: { child } }: World): Promise<Question[]> {
  const now = await readClock()
  const named = (text: string) => sealApplicationSearch(actor, { by: 'name', text })
  const filters = (query: Record<string, string>) => readCaseFilters(query, actor.role)
  const list = (what: string, query: Record<string, string>): Question => ({ page, what, ask: () => listCases({ actor, filters: filters(query), years: [year], now }) })
  const next = (what: string, query: Record<string, string>): Question => ({ page, what, ask: () => db().$transaction((transaction) => takeNextCase(transaction, { actor, narrowing: filters(query), years: [year], now })) })
  const { next: last } = await listCases({ actor, filters: filters({ reviewer: 'anyone' }), years: [year], now })
  const eldest = await db().reviewCase.findFirstOrThrow({ where: { county, year, status: 'closed' }, select: { id: true, dueAt: true }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }], skip: 100 })
  const anyone = { reviewer: 'anyone' }
  return [
    { page, what: 'the reviewers', ask: () => listReviewers(db(), actor) },
    list('what is free or mine', {}),
    list('everybody’s', anyone),
    list('the next page', { ...anyone, after: last ? `${last.dueAt}_${last.id}` : '' }),
    list('mine', { reviewer: 'mine' }),
    list('what somebody has in hand', { ...anyone, status: 'taken' }),
    list('what an officer has who has none', { status: 'taken', reviewer: clerk.staffId }),
    list('one kind', { ...anyone, kind: 'NO_VALID_MATERIALS' }),
    list('one kind, one ground', { ...anyone, kind: 'NO_VALID_MATERIALS', ground: 'BUSINESS' }),
    list('one school', { ...anyone, school: 'SX' }),
    list('a school that nobody has', { ...anyone, school: '没有' }),
    list('objections', { ...anyone, kind: 'OBJECTION' }),
    list('one reason of a check', { ...anyone, ground: 'sampled' }),
    list('a reason of a check, of a kind that has none', { ...anyone, kind: 'OBJECTION', ground: 'sampled' }),
    list('overdue', { ...anyone, age: 'overdue' }),
    list('older than a week', { ...anyone, age: 'week' }),
    list('a rare kind, due today', { ...anyone, kind: 'GRANDPARENT_KINSHIP', age: 'due-today' }),
    list('by name', { ...anyone, search: named(child) }),
    list('by a common character', { ...anyone, search: named('王') }),
    list('by a common character, in a school, of one kind', { ...anyone, search: named('王'), school: 'SX', kind: 'SINGLE_PARENT' }),
    list('closed', { ...anyone, status: 'closed' }),
    list('closed, the last page', { ...anyone, status: 'closed', after: `${eldest.dueAt.getTime()}_${eldest.id}` }),
    list('closed by me', { status: 'closed', reviewer: 'mine' }),
    list('closed by me, of a kind and a school', { status: 'closed', reviewer: 'mine', kind: 'MATERIAL_AUDIT', school: 'SX' }),
    list('closed, of a kind, opened within a week', { ...anyone, status: 'closed', kind: 'MATERIAL_AUDIT', age: 'week' }),
    list('closed, by a common character', { ...anyone, status: 'closed', search: named('王') }),
    list('closed by an officer who has none', { status: 'closed', reviewer: clerk.staffId }),
    next('claim the next', {}),
    next('claim the next of a kind', { kind: 'SINGLE_PARENT' }),
    next('claim the next by name', { search: named(child) }),
    next('claim the next by a common character', { search: named('王') }),
    { page, what: 'how many are in my hand', ask: () => countInHand(db(), actor, now.real) },
  ]
}
