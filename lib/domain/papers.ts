/** On what paper an officer has seen what an entry of the desk says, by its kind. What takes something back has none of its own. */
export const PAPERS = {
  property: ['query-certificate', 'old-deed', 'purchase-papers', 'resettlement', 'court', 'other'],
  'address-match': ['address-certificate', 'renewed-deed', 'site-visit', 'other'],
  identity: ['household-book', 'birth-certificate', 'id-card', 'court', 'other'],
} as const
export type Paper = (typeof PAPERS)[keyof typeof PAPERS][number]

/** Whether an entry of this kind takes back what the county established: it may have papers and needs none, only a reason. */
export function takesBack(kind: string): boolean {
  return !Object.hasOwn(PAPERS, kind)
}

/** How an owner stands to the family. */
export const OWNER_RELATIONS = ['STUDENT', 'GUARDIAN', 'GRANDPARENT', 'OTHER'] as const
export type OwnerRelation = (typeof OWNER_RELATIONS)[number]

/** Stands in the list of documents for one that the list has not. */
export const OTHER_DOCUMENT = 'other'
