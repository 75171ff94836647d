import { fileWords } from '@/lib/copy/staff/season-drafts'
import { isSeasonTable, partOf } from '@/lib/domain/season-draft'
import type { SeasonDraft } from '@/lib/data/season-drafts'
import { paths } from '@/lib/paths'

type Finding = { file: string; line: number; message: string }
type Props = { draft: Pick<SeasonDraft, 'id' | 'content'>; findings: readonly Finding[] }

/** A page of findings is read; a thousand of one kind are mended in the table. */
const MOST = 60

/** What is wrong, each with the way to its row. */
export function FindingList({ draft, findings }: Props) {
  return (
    <>
      <ul className="lines">
        {findings.slice(0, MOST).map((finding, at) => (
          <li key={at} className="finding-line">
            <a href={placeOf(draft, finding)}>{fileWords(finding.file)} 第 {finding.line} 行</a>
            <span>{finding.message}</span>
          </li>
        ))}
      </ul>
      {findings.length > MOST && <p className="text-sm text-ink-soft">还有 {findings.length - MOST} 处，在各张表里选「只看有问题的」就能看到。</p>}
    </>
  )
}

function placeOf({ id, content }: Props['draft'], { file, line }: Finding): string {
  const part = partOf(file)
  if (part === 'settings') return paths.seasonSettings(id)
  if (part === 'agreement') return paths.seasonAgreement(id)
  if (part === null || !isSeasonTable(part)) return paths.seasonDraft(id)
  const isRow = content[part]?.rows.some((row) => row.line === line)
  return isRow ? `${paths.seasonTable(id, part)}?edit=${line}#row-${line}` : paths.seasonTable(id, part)
}
