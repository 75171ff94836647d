import { guardiansOfClaim, guardianSubject } from '@/lib/domain/appeal-claimants'
import { isWanted } from '@/lib/domain/appeal-requirements'
import { RELATION_WORDS } from '@/lib/domain/relation'
import type { CaseFile, CaseRound } from '@/lib/data/case-file'
import { countedRecord } from '@/lib/data/applications'
import { broughtWords } from '@/lib/copy/appeals'
import { MATERIAL_WORDS } from '@/lib/copy/materials'
import { VIEWER } from '@/lib/copy/staff/decision'
import { KIND_WORDS } from '@/lib/copy/staff/desk'

/** One file that a round brought, by the name of the document that it was sent for. */
export type Paper = { id: string; label: string; pages: number }

type Guardians = Parameters<typeof guardiansOfClaim>[1]

/** Every file of a round in the order of what was asked for, and of several for one document which one it is. */
export function papersOf({ claim, requirements, files }: CaseRound, ofRecord: Guardians): Paper[] {
  return requirements.flatMap(({ document, subject, label }) => {
    const brought = files.filter((file) => file.document === document && file.subject === subject)
    const name = documentName(label, subject, guardiansOfClaim(claim, ofRecord))
    // Asked for beside what was there already, it may bear the same name.
    const shown = isWanted({ document }) ? broughtWords(name) : name
    return brought.map(({ id, pages }, index) => ({ id, pages: pages.length, label: brought.length > 1 ? `${shown} ${MATERIAL_WORDS.file(index + 1)}` : shown }))
  })
}

/** What may be asked for once more: the round's documents by name, each once. */
export function documentNames({ claim, requirements }: CaseRound, ofRecord: Guardians): string[] {
  return [...new Set(requirements.map(({ label, subject }) => documentName(label, subject, guardiansOfClaim(claim, ofRecord))))]
}

function documentName(label: string, subject: string, guardians: Guardians): string {
  const guardian = guardians.find((_, index) => guardianSubject(index) === subject)
  return guardian ? `${label}${RELATION_WORDS[guardian.relation]}` : label
}

export function guardiansOfRecord({ application }: CaseFile): Guardians {
  return countedRecord(application)?.value.guardians ?? []
}

/** The round that is decided; of a submission the newest of each appeal behind it. */
export function roundsInHand({ is, rounds, round }: CaseFile): CaseRound[] {
  if (is === 'appeal') return rounds.filter((one) => one.number === round)
  return rounds.filter((one) => !rounds.some((other) => other.appealId === one.appealId && other.number > one.number))
}

/** What the desk had scanned for a submission, by name. */
export function scansOf(file: CaseFile) {
  return file.is === 'submission' ? file.submission.scans.map(({ id, kind, pages }, index) => ({ id, pages, label: `${VIEWER.scan(index + 1)}　${KIND_WORDS[kind].name}` })) : []
}

/** Every paper of a case, of its earlier rounds too, by id: what somebody ticked once is called what it was called then. */
export function paperNames(file: CaseFile): ReadonlyMap<string, string> {
  const ofRecord = guardiansOfRecord(file)
  // The oldest round last: a paper that was sent again has the name under which it came first.
  return new Map([...[...file.rounds, ...file.others].flatMap((round) => papersOf(round, ofRecord)), ...scansOf(file)].map(({ id, label }) => [id, label]))
}
