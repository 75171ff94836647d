import { AGREEMENT_FILE, partOf, SEASON_TABLES, SETTINGS_FILE } from '@/lib/domain/season-draft'
import { DRAFT_TABS, TABLE_NAMES } from '@/lib/copy/staff/season-drafts'
import type { SeasonDraft } from '@/lib/data/season-drafts'
import { paths } from '@/lib/paths'

type Props = { draft: Pick<SeasonDraft, 'id' | 'content'>; findings: readonly { file: string }[] }
type Line = { name: string; file: string; to: string; holds: string }

/** Each file of the folder: what it holds, and how much is wrong in it. */
export function FileTable({ draft: { id, content }, findings }: Props) {
  const lines: readonly Line[] = [
    ...SEASON_TABLES.map((table) => ({ name: TABLE_NAMES[table], file: `${table}.csv`, to: paths.seasonTable(id, table), holds: content[table] ? `${content[table].rows.length} 行` : '没有' })),
    { name: DRAFT_TABS.settings, file: SETTINGS_FILE, to: paths.seasonSettings(id), holds: content.settings === null ? '没有' : '有' },
    { name: DRAFT_TABS.agreement, file: AGREEMENT_FILE, to: paths.seasonAgreement(id), holds: content.agreement === null ? '没有' : `${content.agreement.length} 字` },
  ]
  return (
    <div className="scroll">
      <table className="table">
        <caption className="sr-only">草稿的文件</caption>
        <thead><tr><th scope="col">内容</th><th scope="col">文件</th><th scope="col" className="end">行数</th><th scope="col" className="end">问题</th></tr></thead>
        <tbody>
          {lines.map(({ name, file, to, holds }) => {
            const count = findings.filter((finding) => partOf(finding.file) === partOf(file)).length
            return (
              <tr key={file}>
                <td><a href={to}>{name}</a></td>
                <td>{file}</td>
                <td className="end">{holds}</td>
                <td className="end">{count === 0 ? '没有' : <b className="text-error">{count} 处</b>}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
