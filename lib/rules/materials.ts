import { cellText, checkColumns, Once } from './columns'
import type { SeasonFinding, Table } from './table'
import { nearestWord } from './text'
import { APPEAL_KINDS, GROUNDS, PER } from './vocabulary'

/** What an appeal must bring. */
export type Material = {
  readonly kind: string
  /** of `NO_VALID_MATERIALS`; null for the other kinds */
  readonly ground: string | null
  readonly document: string
  readonly label: string
  /** how many at least */
  readonly min: number
  /** once, or for each guardian, or for the student */
  readonly per: string
  readonly note: string
}

/** `materials.csv`, every word checked against the vocabulary. */
export function readMaterials(table: Table): { materials: Material[]; findings: SeasonFinding[] } {
  const findings = checkColumns(table, ['kind', 'ground', 'document', 'label', 'min', 'per', 'note'])
  const materials: Material[] = []
  const documents = new Once()
  for (const { line, cells } of table.rows) {
    const report = (message: string) => findings.push({ file: table.file, line, message })
    const [kind, ground, document, min, per] = [cellText(cells.kind), cellText(cells.ground), cellText(cells.document), cellText(cells.min), cellText(cells.per)]
    const check = (column: string, word: string, known: readonly string[]) => {
      if (!known.includes(word)) report(`${column} 里不认识「${word}」，最接近的是「${nearestWord(word, known) ?? ''}」`)
    }
    check('kind', kind, APPEAL_KINDS)
    if (kind === 'NO_VALID_MATERIALS') check('ground', ground, GROUNDS)
    else if (ground !== '') report(`ground「${ground}」只用于 NO_VALID_MATERIALS`)
    check('per', per, PER)
    if (document === '') report('缺少材料代码 document')
    if (!/^[1-9]\d{0,2}$/.test(min)) report(`min「${min}」不是正整数`)
    const before = documents.seen(`${kind} ${ground} ${document}`, line)
    if (before !== null) report(`${kind} ${ground} 的材料 ${document} 写了两次，第 ${before} 行已有`)
    materials.push({ kind, ground: ground || null, document, label: (cells.label ?? '').trim(), min: Number(min) || 1, per, note: (cells.note ?? '').trim() })
  }
  return { materials, findings }
}

/** A reviewer's reason: `label` for the officer, `words` for the family. `kind` is empty for every kind of appeal. */
export type Reason = { readonly kind: string; readonly code: string; readonly label: string; readonly words: string }

/** `reasons.csv`: the reviewers' reasons; a code may stand once a kind. */
export function readReasons(table: Table): { reasons: Reason[]; findings: SeasonFinding[] } {
  const findings = checkColumns(table, ['kind', 'code', 'label', 'words'])
  const reasons: Reason[] = []
  const codes = new Once()
  for (const { line, cells } of table.rows) {
    const key = `${cellText(cells.kind)} ${cellText(cells.code)}`.trim()
    if (cellText(cells.code) === '') findings.push({ file: table.file, line, message: '缺少理由代码 code' })
    const before = codes.seen(key, line)
    if (before !== null) findings.push({ file: table.file, line, message: `理由 ${key} 写了两次，第 ${before} 行已有` })
    reasons.push({ kind: cellText(cells.kind), code: cellText(cells.code), label: (cells.label ?? '').trim(), words: (cells.words ?? '').trim() })
  }
  return { reasons, findings }
}
