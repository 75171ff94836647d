import 'server-only'
import type { StaffActor } from '@/lib/domain/actor'
import { gramsWanted, listingDetail, type ListingDetail } from '@/lib/domain/listing'
import type { Status } from '@/lib/domain/status'
import { keyedIndex, keyedToken, unwrapApplicationKey } from './cipher'
import { db } from './db'
import { readContent } from './json'
import type { Prisma } from './generated/client'

export type FamilyLine = { applicationId: string; status: Status; receiptNumber: string | null } & Pick<ListingDetail, 'child' | 'childIdNumber' | 'guardian' | 'relation' | 'address'>

export type FamilySearch = { by: 'id-number' | 'receipt' | 'name'; typed: string }

const MOST = 30

/** Families of the officer's own county: by the whole ID number of child or guardian, by a receipt's number, or by part of a name; the newest first. */
export async function searchFamilies(actor: StaffActor, year: number, { by, typed }: FamilySearch): Promise<FamilyLine[]> {
  const rows = await db().listing.findMany({
    where: { county: actor.county, year, ...criterion(actor.county, year, by, typed) },
    select: { applicationId: true, status: true, receiptNumber: true, detailCipher: true, application: { select: { wrappedKey: true } } },
    orderBy: [{ changedAt: 'desc' }, { applicationId: 'desc' }],
    take: MOST,
  })
  return rows.flatMap(({ application, detailCipher, ...row }) => {
    if (!application.wrappedKey) return []
    const { child, childIdNumber, guardian, relation, address } = readContent(unwrapApplicationKey(application.wrappedKey), 'listing', detailCipher, listingDetail)
    return [{ ...row, child, childIdNumber, guardian, relation, address }]
  })
}

function criterion(county: string, year: number, by: FamilySearch['by'], typed: string): Prisma.ListingWhereInput {
  if (by === 'receipt') return { receiptNumber: typed }
  if (by === 'name') return { tokens: { hasEvery: gramsWanted('name', typed).map((gram) => keyedToken(`${county}:${year}:name:${gram}`)) } }
  const idNumberIndex = keyedIndex('id-number', typed)
  return { application: { OR: [{ student: { idNumberIndex } }, { guardian: { idNumberIndex } }] } }
}
