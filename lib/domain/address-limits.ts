/** As what addresses are tried; `any` lets every row take part. */
export const TRIED_AS = ['any', 'property', 'household', 'residence'] as const
export type TriedAs = (typeof TRIED_AS)[number]

/** How many a page answers, and how many a file. */
export const MOST_ON_PAGE = 300
export const MOST_IN_FILE = 5000
