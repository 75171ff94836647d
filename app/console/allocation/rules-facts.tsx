import { CRITERION_NAMES } from '@/lib/copy/staff/allocation'
import type { PublishedSeason } from '@/lib/data/seasons'

/** What the published season says of seats, line and overflow: what a run goes by. */
export function RulesFacts({ season: { schools, settings: { allocation } }, version }: { season: PublishedSeason['season']; version: number }) {
  const nameOf = (code: string) => schools.find((school) => school.code === code)?.name ?? code
  const unsaid = schools.filter(({ capacity }) => capacity === null)
  return (
    <section className="chart" aria-labelledby="rules">
      <div className="chart-head"><h2 id="rules">按第 {version} 版招生方案</h2></div>
      <dl className="facts">
        <div><dt>学位</dt><dd>{schools.map(({ name, capacity }) => `${name} ${capacity ?? '未填'}`).join('，')}{unsaid.length > 0 && <b>。没有填的补上以后才能试排</b>}</dd></div>
        <div><dt>先后</dt><dd>{['生源类别', ...allocation.criteria.map((criterion) => CRITERION_NAMES[criterion]), '抽签'].join('、')}；提交早晚不算</dd></div>
        <div>
          <dt>放不下的</dt>
          <dd>{allocation.overflow === 'by-hand' ? '人工安排' : Object.entries(allocation.neighbours).map(([code, others]) => `${nameOf(code)} → ${others.map(nameOf).join('、')}`).join('；') || '没有列出相邻学校，人工安排'}</dd>
        </div>
        <div><dt>种子</dt><dd>{allocation.draw || '方案没有写明用什么号码'}</dd></div>
        <div><dt>同胞</dt><dd>同一类别的一起排；放不下或进不了同一所的，保留学位，人工安排</dd></div>
      </dl>
    </section>
  )
}
