import { readCaseFilters } from '@/lib/domain/case-filters'
import { readClock } from '@/lib/clock'
import { sealApplicationSearch } from '@/lib/data/application-search'
import { listCases } from '@/lib/data/case-queue'
import { countInHand, takeNextCase } from '@/lib/data/claims'
import { db } from '@/lib/data/db'
import type { PublishedSeason } from '@/lib/data/seasons'
import { aFamilyOf, anOfficer, type Question } from './sample'

export async function ofQueue({ county, year }: PublishedSeason): Promise<Question[]> {
  const [{ child }, actor, now] = await Promise.all([aFamilyOf(county), anOfficer(county, 'reviewer'), readClock()])
  const filters = (query: Record<string, string>) => readCaseFilters(query, actor.role)
  const list = (what: string, query: Record<string, string>): Question => ({ page: 'queue', what, ask: () => listCases({ actor, filters: filters(query), years: [year], now }) })
  const next = (what: string, query: Record<string, string>): Question => ({ page: 'queue', what, ask: () => db().$transaction((transaction) => takeNextCase(transaction, { actor, narrowing: filters(query), years: [year], now })) })
  const named = (text: string) => sealApplicationSearch(actor, { by: 'name', text })
  const { next: last } = await listCases({ actor, filters: filters({ reviewer: 'anyone' }), years: [year], now })
  return [
    list('what is free or mine', {}),
    list('everybody’s', { reviewer: 'anyone' }),
    list('the next page', { reviewer: 'anyone', after: last ? `${last.dueAt}_${last.id}` : '' }),
    list('mine', { reviewer: 'mine' }),
    list('one kind', { kind: 'NO_VALID_MATERIALS', reviewer: 'anyone' }),
    list('one kind, one ground', { kind: 'NO_VALID_MATERIALS', ground: 'BUSINESS', reviewer: 'anyone' }),
    list('one school', { school: 'SX', reviewer: 'anyone' }),
    list('overdue', { age: 'overdue', reviewer: 'anyone' }),
    list('a rare kind, due today', { kind: 'GRANDPARENT_KINSHIP', age: 'due-today', reviewer: 'anyone' }),
    list('by name', { search: named(child), reviewer: 'anyone' }),
    list('by a common character', { search: named('王'), reviewer: 'anyone' }),
    list('closed', { status: 'closed', reviewer: 'anyone' }),
    list('closed by me', { status: 'closed', reviewer: 'mine' }),
    next('claim the next', {}),
    next('claim the next of a kind', { kind: 'SINGLE_PARENT' }),
    next('claim the next by name', { search: named(child) }),
    { page: 'queue', what: 'how many are in my hand', ask: () => countInHand(db(), actor, now.real) },
  ]
}
