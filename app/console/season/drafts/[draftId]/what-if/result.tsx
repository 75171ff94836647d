import { FilterSelect } from '@/components/console/filter-select'
import { Button, ButtonLink } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { AFTER_NAME, BEFORE_NAMES, CHANGE_KIND_NAMES, NO_SCHOOL_YET } from '@/lib/copy/staff/season-trial'
import { CHANGE_KINDS, isChange, MOST_LISTED, type Against, type ChangeKind, type SimulationResult } from '@/lib/domain/simulation'
import type { StaffActor } from '@/lib/domain/actor'
import { hasRight } from '@/lib/domain/staff'
import type { DraftHead } from '@/lib/data/season-drafts'
import { namesOfApplicants } from '@/lib/data/simulated-applicants'
import type { FinishedSimulation } from '@/lib/data/simulations'
import { paths } from '@/lib/paths'
import { ChangedTable } from './changed-table'
import { LoadChart } from './load-chart'
import { sampleWords } from './sample-words'

const LINES = 50

type Props = { actor: StaffActor; draft: Pick<DraftHead, 'id' | 'revision'>; run: FinishedSimulation; kind: ChangeKind; page: number }

/** What a run came to: figures, load against seats, who goes where instead, and the list. */
export async function Result({ actor, draft, run, kind, page }: Props) {
  const { result } = run
  const families = result.listed.filter((one) => isChange(one, kind))
  const shown = families.slice((page - 1) * LINES, page * LINES)
  const names = await namesOfApplicants(actor, shown.map(({ applicationId }) => applicationId))
  const words = (value: ChangeKind) => `${CHANGE_KIND_NAMES[value]}（${result.changed[value]}）`
  const at = (turn: number) => `${paths.seasonWhatIf(draft.id)}?run=${run.id}&kind=${kind}&page=${turn}#list`
  return (
    <>
      <p className="text-sm text-ink-soft">{sampleWords(run)}{result.publishedNumber !== null && `（已发布第 ${result.publishedNumber} 版）`}</p>
      {run.revision !== draft.revision && <Notice title="草稿后来又改过">这里是第 {run.revision} 次修改的结果，草稿现在是第 {draft.revision} 次修改。要看现在的，再试算一次。</Notice>}
      <dl className="figures">
        <div><dt>试算的登记</dt><dd><b>{result.families}</b><small>份</small></dd></div>
        <div><dt>学校变了</dt><dd><b>{result.changed.school}</b><small>{share(result.changed.school, result.families)}</small></dd></div>
        <div><dt>类别变了</dt><dd><b>{result.changed.category}</b><small>{share(result.changed.category, result.families)}</small></dd></div>
        <div><dt>失去学校</dt><dd><b className={result.changed.lost > 0 ? 'text-seal' : undefined}>{result.changed.lost}</b><small>地址对不上任何一行</small></dd></div>
      </dl>
      <LoadChart result={result} against={run.against} />
      {result.moves.length > 0 && <Moves result={result} against={run.against} />}
      <section className="con-part" id="list" aria-labelledby="list-title">
        <h2 id="list-title" className="sub">有变化的登记，{result.changed.any} 份</h2>
        <form className="filters" method="get" action={`${paths.seasonWhatIf(draft.id)}#list`}>
          <input type="hidden" name="run" value={run.id} />
          <FilterSelect label="变化" name="kind" value={kind === 'any' ? null : kind} all={words('any')} options={CHANGE_KINDS.filter((value) => value !== 'any').map((value) => ({ value, label: words(value) }))} />
          <noscript><Button variant="secondary">筛选</Button></noscript>
        </form>
        {shown.length > 0
          ? <ChangedTable families={shown} result={result} names={names} mayOpen={hasRight(actor.role, 'applications')} />
          : <Empty title="没有这样的登记">{kind === 'any' ? '草稿没有改变这些登记的类别和学校。' : '换一种变化再看。'}</Empty>}
        <nav className="con-head" aria-label="翻页">
          <p className="text-sm text-ink-soft">
            {shown.length > 0 && `第 ${(page - 1) * LINES + 1} 到 ${(page - 1) * LINES + shown.length} 份`}
            {result.changed.any > MOST_LISTED && `，名单只列 ${MOST_LISTED} 份，失去学校的在前；上面的数字是全部的`}
          </p>
          {page > 1 && <ButtonLink variant="secondary" href={at(page - 1)}>上一页</ButtonLink>}
          {families.length > page * LINES && <ButtonLink variant="secondary" href={at(page + 1)}>下一页</ButtonLink>}
        </nav>
      </section>
    </>
  )
}

const MOST_MOVES = 12

function Moves({ result, against }: { result: SimulationResult; against: Against }) {
  const school = (codes: readonly string[]) => codes.map((code) => result.schools.find((one) => one.code === code)?.name ?? code).join('或') || NO_SCHOOL_YET
  return (
    <section className="con-part" aria-labelledby="moves">
      <h2 id="moves" className="sub">从哪里到哪里</h2>
      <table className="compare compare--wide">
        <thead><tr><th scope="col">人数</th><th scope="col">{BEFORE_NAMES[against]}</th><th scope="col">{AFTER_NAME}</th></tr></thead>
        <tbody>
          {result.moves.slice(0, MOST_MOVES).map(({ from, to, count }) => <tr key={`${from.join('|')} ${to.join('|')}`}><td><b>{count}</b></td><td>{school(from)}</td><td>{school(to)}</td></tr>)}
        </tbody>
      </table>
      {result.moves.length > MOST_MOVES && <p className="text-sm text-ink-soft">人数最多的 {MOST_MOVES} 种在上面，一共 {result.moves.length} 种。</p>}
    </section>
  )
}

function share(count: number, families: number): string {
  return families === 0 ? '' : `${((count / families) * 100).toFixed(1)}%`
}
