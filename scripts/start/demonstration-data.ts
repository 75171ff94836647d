import { inRoot } from './root'

export const DEMONSTRATION_SEASON = inRoot('prisma/seasons/360123-2023')

const demo = (name: string) => inRoot(`prisma/demo/${name}.csv`)

/** People before what speaks of them. */
export const DEMONSTRATION_TABLES = [
  { kind: 'people', file: demo('people') },
  { kind: 'relations', file: demo('relations') },
  { kind: 'properties', file: demo('properties') },
  { kind: 'contracts', file: demo('contracts') },
] as const
