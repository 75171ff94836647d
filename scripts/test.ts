import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ensureBuilt } from './start/build'
import { Programs } from './start/programs'
import { inRoot } from './start/root'
import { say, seconds, stage } from './start/terminal'
import { readPlaywright, readVitest, type Outcome } from './test/reports'
import { checkRequirements } from './test/requirements'

/** `npm test`: types, lint, rules and rooms, a production build with a real browser on it, drills, and the notice's rows. */
const RUN = inRoot('test-results', 'run')
const REPORTS = path.join(RUN, 'reports')
const began = performance.now()
const failed: string[] = []
const outcomes: Outcome[] = []

function run(file: string, args: readonly string[]): Promise<number | null> {
  const env = { ...process.env, TEST_RUN_DIR: RUN, NEXT_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0', NODE_OPTIONS: '' }
  const child = spawn(process.execPath, [inRoot('node_modules', file), ...args], { cwd: inRoot(), env, stdio: 'inherit' })
  return new Promise((resolve) => child.once('close', resolve))
}

async function step(name: string, programs: readonly (readonly [file: string, args: readonly string[]])[], report?: { file: string; read: (file: string) => Outcome[] }): Promise<void> {
  say(`\n== ${name}`)
  await stage(name, async () => {
    for (const [file, args] of programs) {
      if ((await run(file, args)) === 0) continue
      failed.push(name)
      break
    }
    if (report && existsSync(report.file)) outcomes.push(...report.read(report.file))
    else if (report) outcomes.push({ title: `${name}: no report`, status: 'failed' })
    return failed.includes(name)
  }, (isFailed) => (isFailed ? 'FAILED' : 'passed'))
}

function vitest(projects: readonly string[], name: string) {
  const file = path.join(REPORTS, `${name}.json`)
  const args = ['run', ...projects.map((project) => `--project=${project}`), '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  return { programs: [['vitest/vitest.mjs', args]] as const, report: { file, read: readVitest } }
}

/** Before anything starts an application: two that start at once would both build. */
async function buildOnce(): Promise<boolean> {
  return ensureBuilt(new Programs(() => undefined), process.env).catch((error: unknown) => {
    failed.push('build')
    say(error instanceof Error ? error.message : String(error))
    return false
  })
}

async function main(): Promise<void> {
  rmSync(RUN, { recursive: true, force: true })
  mkdirSync(REPORTS, { recursive: true })
  // What leaves a core idle shares the time with something else; but the build writes anew what the compiler reads.
  await Promise.all([
    step('types', [['next/dist/bin/next', ['typegen']], ['typescript/bin/tsc', ['--noEmit']]]),
    step('lint', [
      ['eslint/bin/eslint.js', ['.', '--max-warnings=0']],
      ['dependency-cruiser/bin/dependency-cruiser.mjs', ['--config', '.dependency-cruiser.mjs', 'app', 'components', 'lib', 'scripts']],
    ]),
  ])
  await stage('build', buildOnce, (isNew) => (isNew ? 'pages built' : 'up to date'))
  const rooms = vitest(['unit', 'database'], 'rooms')
  await step('rules and rooms', rooms.programs, rooms.report)
  const drills = vitest(['drills'], 'drills')
  await Promise.all([
    step('browser', [['@playwright/test/cli.js', ['test']]], { file: path.join(REPORTS, 'browser.json'), read: readPlaywright }),
    step('drills', drills.programs, drills.report),
  ])
  // Reads what all of the above has left behind, so it comes last.
  const last = vitest(['last'], 'last')
  await step('nothing personal in clear', last.programs, last.report)
  conclude()
}

function conclude(): void {
  const { unproved, notTakenUp } = checkRequirements(outcomes)
  const count = (status: Outcome['status']) => outcomes.filter((one) => one.status === status).length
  say('')
  for (const { title, status, why } of outcomes) {
    if (status !== 'failed') continue
    say(`failed: ${title}`)
    if (why) say(why.replace(/^/gm, '    '))
  }
  say(`Rows of the notice without a passed test: ${unproved.length > 0 ? unproved.join(' ') : 'none of those taken up'}`)
  say(`Rows not taken up yet: ${notTakenUp.join(' ') || 'none'}`)
  if (failed.length > 0) say(`Failed: ${failed.join(', ')}`)
  say(`${count('skipped')} skipped, ${seconds(began)} in all`)
  const steps = failed.filter((name) => name === 'types' || name === 'lint' || name === 'build').length
  say(`${count('passed')} passed, ${count('failed') + steps + unproved.length} failed`)
  process.exitCode = failed.length > 0 || unproved.length > 0 || count('failed') > 0 ? 1 : 0
}

await main()
