import { rowWords } from '@/lib/copy/catchment'
import { establishedName } from '@/lib/copy/staff/application-file'
import { factWords, PAPER_WORDS, OWNER_WORDS, USE_WORDS, MATCH_WORDS } from '@/lib/copy/staff/desk'
import { countyName } from '@/lib/domain/counties'
import type { DeskEntry, EntryOf } from '@/lib/domain/desk-entries'
import { maskCertificate, maskIdNumber, maskName } from '@/lib/domain/privacy'
import { RELATION_WORDS, type Relation } from '@/lib/domain/relation'
import type { PublishedSeason } from '@/lib/data/seasons'

type Season = PublishedSeason['season']

/** A line of the comparison. Two numbers may look alike once they are masked: whether they differ is told from the whole ones. */
export type ComparedRow = { term: string; before: string; after: string; differs: boolean }

const NOTHING = '—'

/** What was known when it was proposed beside what is proposed, and what differs. */
export function comparedRows(entry: DeskEntry, season: Season): ComparedRow[] {
  switch (entry.kind) {
    case 'property':
      return propertyRows(entry)
    case 'address-match':
      return [
        same(USE_WORDS[entry.use], entry.address),
        row('学区表', entry.known.row === null ? MATCH_WORDS[entry.known.status] : rowWords(season, entry.known.row), rowWords(season, entry.row)),
      ]
    case 'identity':
      return [
        row('学生', entry.known?.student.name ?? '没有登记', entry.student.name),
        same('身份证号', maskIdNumber(entry.student.idNumber)),
        ...peopleRows('监护人', (entry.known?.guardians ?? []).map(guardianWords), entry.guardians.map(guardianWords)),
        ...(entry.household ? [row('户籍地址', NOTHING, entry.household.address), row('户主', NOTHING, entry.household.headIdNumber ? maskIdNumber(entry.household.headIdNumber) : '没有填')] : []),
      ]
    case 'remove-guardian': {
      const before = entry.known?.guardians ?? []
      return peopleRows('监护人', before.map(guardianWords), before.filter((one) => one.idNumber !== entry.guardian.idNumber).map(guardianWords))
    }
    case 'withdrawal':
      return [row(establishedName(entry.known.kind), factWords(entry.known), '撤回，不再算数')]
  }
}

function propertyRows({ property, known }: EntryOf<'property'>): ComparedRow[] {
  const before = known?.property
  const owner = ({ idNumber, name, ...more }: { idNumber: string; name: string | null; relation?: keyof typeof OWNER_WORDS }) => ({ idNumber, words: `${name ?? maskName(null)} ${maskIdNumber(idNumber)}${more.relation ? `（${OWNER_WORDS[more.relation]}）` : ''}` })
  return [
    { term: '证号', before: before ? maskCertificate(before.certificateNumber) : '没有登记', after: maskCertificate(property.certificateNumber), differs: !before },
    row('区县', before ? (countyName(before.county) ?? before.county) : NOTHING, countyName(property.county) ?? property.county),
    row('地址', before?.address ?? NOTHING, property.address),
    row('用途', before?.use ?? NOTHING, property.use),
    ...peopleRows('产权人', before?.owners.map(owner) ?? [], property.owners.map(owner)),
  ]
}

type Person = { idNumber: string; words: string }

function guardianWords({ idNumber, name, relation }: { idNumber: string; name: string | null; relation: Relation }): Person {
  return { idNumber, words: `${RELATION_WORDS[relation]} ${name ?? maskName(null)} ${maskIdNumber(idNumber)}` }
}

/** Each person on a line, on both sides or on one. */
function peopleRows(term: string, before: readonly Person[], after: readonly Person[]): ComparedRow[] {
  const ids = [...new Set([...before, ...after].map((one) => one.idNumber))]
  return ids.map((id) => row(term, before.find((one) => one.idNumber === id)?.words ?? NOTHING, after.find((one) => one.idNumber === id)?.words ?? NOTHING))
}

function row(term: string, before: string, after: string): ComparedRow {
  return { term, before, after, differs: before !== after }
}

function same(term: string, value: string): ComparedRow {
  return row(term, value, value)
}

/** On what paper it was verified, and what the officer says of it. */
export function groundsOf(entry: DeskEntry): { term: string; text: string }[] {
  const paper = 'paper' in entry ? [{ term: '核验材料', text: PAPER_WORDS[entry.paper] }] : []
  return [...paper, { term: entry.kind === 'property' || entry.kind === 'identity' ? '说明' : '理由', text: entry.why || '没有填' }]
}
