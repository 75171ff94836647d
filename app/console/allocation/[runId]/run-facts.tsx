import { dayAndTime } from '@/lib/copy/time'
import { db } from '@/lib/data/db'
import type { AllocationRun } from '@/lib/data/allocation-runs'
import { staffNames } from '@/lib/data/staff'

/** What makes the run one that others can work out again. */
export async function RunFacts({ run, version, draw }: { run: AllocationRun; version: number; /** that the season named before its close; empty where it named none */ draw: string }) {
  const { createdById, createdAt, seed, inputsHash, decisionsHash } = run
  const by = createdById === null ? '平台运维' : (await staffNames(db(), [createdById])).get(createdById)
  return (
    <section className="chart" aria-labelledby="facts">
      <div className="chart-head"><h2 id="facts">可以复算</h2></div>
      <dl className="facts">
        <div><dt>试排</dt><dd>{by}　{dayAndTime(createdAt)}</dd></div>
        <div><dt>招生方案</dt><dd>第 {version} 版</dd></div>
        <div><dt>种子</dt><dd><span className="num break-all">{seed}</span>{draw && <small className="block text-ink-soft">截止前公布过：{draw}</small>}</dd></div>
        <div><dt>输入校验</dt><dd className="num break-all">{inputsHash}</dd></div>
        <div><dt>结果校验</dt><dd className="num break-all">{decisionsHash}</dd></div>
      </dl>
    </section>
  )
}
