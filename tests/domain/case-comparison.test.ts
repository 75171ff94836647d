import { describe, expect, test } from 'vitest'
import { appealClaim, type AppealClaim } from '@/lib/domain/appeal-claims'
import { compareClaim, type CaseField, type ComparedRow, type Known, type Side } from '@/lib/domain/case-comparison'
import { compareIdNumbers, compareTexts, type Piece } from '@/lib/domain/differences'
import { APPEAL_KINDS } from '@/lib/rules'
import { family } from '../support/families'

const { guardian: father, child } = family('record-wrong-father')
const mother = family('record-wrong-mother').guardian
const registered = (person: { idNumber: string; name: string }, address: string) => ({ idNumber: person.idNumber, name: person.name, householdNumber: '1', address, headIdNumber: father.idNumber, headName: null, registeredOn: null })
const known: Known = {
  record: { student: child, guardians: [{ ...father, relation: 'FATHER' }, { idNumber: '360199198810102222', name: '别人', relation: 'MOTHER' }] },
  household: { schemaVersion: 1, people: [registered(child, '龙津镇文峰路12号')] },
  property: { schemaVersion: 1, properties: [] },
  kinship: null,
}
const unknown: Known = { record: null, household: null, property: null, kinship: null }

const version = { schemaVersion: 1 } as const
const CLAIMS: Record<AppealClaim['kind'], AppealClaim> = {
  STUDENT_NOT_FOUND: { ...version, kind: 'STUDENT_NOT_FOUND', student: child, guardians: [{ ...father, relation: 'FATHER' }], household: { address: '龙津镇文峰路12号', headIdNumber: father.idNumber } },
  GUARDIAN_MISMATCH: { ...version, kind: 'GUARDIAN_MISMATCH', student: child, guardians: [{ ...father, relation: 'FATHER' }, { ...mother, relation: 'MOTHER' }], explanation: '登记的母亲是别人' },
  SINGLE_PARENT: { ...version, kind: 'SINGLE_PARENT', removed: '360199198810102222', reason: 'DIVORCED', explanation: '' },
  BLENDED_FAMILY: { ...version, kind: 'BLENDED_FAMILY', kept: father.idNumber, explanation: '' },
  GRANDPARENT_KINSHIP: { ...version, kind: 'GRANDPARENT_KINSHIP', grandparent: { idNumber: '360199195001010010', name: '谭老' }, kinship: 'PATERNAL_GRANDFATHER', through: father.idNumber },
  NO_VALID_MATERIALS: { ...version, kind: 'NO_VALID_MATERIALS', ground: 'BUSINESS', address: '京庄社区3栋', evidence: '尚家小店' },
}

function marked(pieces: readonly Piece[]): string {
  return pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')
}
const read = (side: Side) => (side.is === 'written' ? marked(side.pieces) : side.is)
const rowsOf = (kind: AppealClaim['kind'], of = known) => compareClaim(CLAIMS[kind], of).flatMap(({ rows }) => rows)
const line = (row: ComparedRow | undefined) => row && [read(row.registry), read(row.claim), row.state]
const rowOf = (kind: AppealClaim['kind'], field: CaseField, of = known) => line(rowsOf(kind, of).find((row) => row.field === field))

describe('what is marked', () => {
  test.each([
    ['胡建平', '胡建军', '胡建[平]', '胡建[军]'],
    ['龙津镇蔚蓝国际9栋', '江西省安义县龙津镇蔚蓝国际9栋', '龙津镇蔚蓝国际9栋', '[江西省安义县]龙津镇蔚蓝国际9栋'],
    ['文峰路12号', '文峰路21号', '文峰路[1]2号', '文峰路2[1]号'],
    ['甲', '乙丙', '[甲]', '[乙丙]'],
  ])('R-47 %s beside %s', (one, other, shown, beside) => {
    const compared = compareTexts(one, other)
    expect([compared.same, marked(compared.one), marked(compared.other)]).toEqual([false, shown, beside])
  })

  test('R-47 spaces and full-width signs are no difference', () => {
    expect(compareTexts('蔚蓝国际 9栋１单元', '蔚蓝国际9栋1单元')).toMatchObject({ same: true })
  })

  test('R-47 P4 whole numbers are compared, masked ones are shown', () => {
    const compared = compareIdNumbers('360123198812010011', '360123198812010037')
    expect([compared.same, marked(compared.one), marked(compared.other)]).toEqual([false, '360123********00[11]', '360123********00[37]'])
  })

  test('R-47 P4 where only hidden digits differ it says so, and not which', () => {
    const compared = compareIdNumbers('360123198812010011', '360123199012010011')
    expect([compared.same, marked(compared.one)]).toEqual([false, '360123[********]0011'])
    expect(compareIdNumbers('36019919890222124X', '36019919890222124x')).toMatchObject({ same: true })
  })
})

describe('R-47 the registries beside the claim', () => {
  test('every kind of appeal has lines of its own, with the registers silent too', () => {
    for (const kind of APPEAL_KINDS) {
      expect(appealClaim.parse(CLAIMS[kind]).kind).toBe(kind)
      expect(compareClaim(CLAIMS[kind], known).length, kind).toBeGreaterThan(0)
      expect(() => compareClaim(CLAIMS[kind], unknown)).not.toThrow()
    }
  })

  test('R-11 who is another person stands beside whom the record names as the same to the child', () => {
    expect(rowOf('GUARDIAN_MISMATCH', 'FATHER')).toEqual([father.name, father.name, 'same'])
    expect(rowOf('GUARDIAN_MISMATCH', 'MOTHER')).toEqual(['[别人]', `[${mother.name}]`, 'differs'])
  })

  test('R-11 a guardian whom only one side has is one-sided, and the same person with another relation is told by the relation', () => {
    const alone = { ...CLAIMS.GUARDIAN_MISMATCH, guardians: [{ ...father, relation: 'GUARDIAN' as const }] }
    const rows = compareClaim(alone, known).filter(({ group }) => group === 'guardian')
    expect(rows.map(({ rows: [first] }) => line(first))).toEqual([[father.name, father.name, 'same'], ['别人', 'nothing', 'one-sided']])
    expect(line(rows[0]?.rows.find((row) => row.field === 'relation'))).toEqual(['[父亲]', '[监护人]', 'differs'])
  })

  test('R-12 of a child that no register knows every line is the family’s alone', () => {
    expect(rowsOf('STUDENT_NOT_FOUND', unknown).every((row) => row.state === 'one-sided')).toBe(true)
    expect(rowOf('STUDENT_NOT_FOUND', 'address')).toEqual(['龙津镇文峰路12号', '龙津镇文峰路12号', 'same'])
  })

  test.each(['SINGLE_PARENT', 'BLENDED_FAMILY'] as const)('R-15 R-16 %s: who is to leave the record is marked', (kind) => {
    expect(rowOf(kind, 'MOTHER')).toEqual(['别人', 'removed', 'one-sided'])
    expect(rowOf(kind, 'FATHER')).toEqual([father.name, father.name, 'same'])
  })

  test('R-34 an unproved kinship has nothing on the register’s side, a proved one its grandparent', () => {
    const grandparent = (of: Known) => line(compareClaim(CLAIMS.GRANDPARENT_KINSHIP, of).find(({ group }) => group === 'grandparent')?.rows[0])
    expect(grandparent(known)).toEqual(['nothing', '谭老', 'one-sided'])
    expect(grandparent({ ...known, kinship: { ...version, grandparent: { idNumber: '360199195001010010', name: '谭老' }, through: [father.idNumber] } })).toEqual(['谭老', '谭老', 'same'])
  })

  test('R-43 housing that the register shows stands against 「没有住房」; a silent register says nothing', () => {
    const owned = { certificateNumber: '1', county: '360123', address: '潦河花园3栋', use: '住宅', owners: [], registeredOn: null }
    expect(rowOf('NO_VALID_MATERIALS', 'housing')).toEqual(['no-housing', 'no-housing', 'same'])
    expect(rowOf('NO_VALID_MATERIALS', 'housing', { ...known, property: { ...version, properties: [owned] } })).toEqual(['潦河花园3栋（住宅）', 'no-housing', 'differs'])
    expect(rowOf('NO_VALID_MATERIALS', 'housing', unknown)).toEqual(['unanswered', 'no-housing', 'told'])
  })

  test('R-47 P4 no number of a person is written out on either side', () => {
    for (const kind of APPEAL_KINDS) expect(rowsOf(kind).flatMap((row) => [read(row.registry), read(row.claim)]).join(' ').replace(/[[\]]/g, ''), kind).not.toMatch(/\d{17}[\dX]/)
  })
})
