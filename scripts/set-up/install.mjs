// The one script that runs on whatever Node the machine has (20 or later): plain JavaScript, no packages.
// npm runs it before `start` and `test`, so that a fresh clone needs no other command.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const inRoot = (...parts) => path.join(root, ...parts)
const say = (sentence) => process.stdout.write(`${sentence}\n`)
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

function stop(sentence) {
  process.stderr.write(`\n${sentence}\n`)
  process.exit(1)
}

function hashOf(files, extra = '') {
  const hash = createHash('sha256').update(extra)
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex')
}

function isUpToDate(mark, hash) {
  return existsSync(mark) && readFileSync(mark, 'utf8') === hash
}

/** npm by the Node that runs it: the Node in node_modules is about to be replaced. */
function npm(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  const byScript = script && node && existsSync(script) && existsSync(node)
  const env = { ...process.env, npm_config_update_notifier: 'false', npm_config_fund: 'false' }
  const options = { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }
  if (byScript) return spawnSync(node, [script, ...args], options)
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

function installPackages() {
  const lock = inRoot('package-lock.json')
  const mark = inRoot('node_modules', '.install-hash')
  const hash = hashOf([lock], `${process.platform} ${process.arch}`)
  if (isUpToDate(mark, hash)) return
  const since = performance.now()
  say('packages      npm ci: the first start takes about half a minute here …')
  // NODE_ENV=production would leave out what the build needs.
  const run = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline'])
  if (run.error) stop(`npm could not be started (${run.error.message}). Is npm on the PATH?`)
  if (run.status !== 0) {
    process.stderr.write(`${run.stdout}${run.stderr}`)
    stop('The packages could not be installed: npm ci failed, its own words stand above. ' +
      'Most often the package registry cannot be reached (look at `npm config get registry`), or the disk is full. ' +
      'Then run the same command again; nothing else has been changed.')
  }
  writeFileSync(mark, hash)
  say(`packages      installed in ${seconds(since)}`)
}

function generateClient() {
  const schema = inRoot('prisma', 'schema.prisma')
  const output = inRoot('lib', 'data', 'generated')
  const mark = path.join(output, '.schema-hash')
  const hash = hashOf([schema, inRoot('node_modules', 'prisma', 'package.json')])
  if (isUpToDate(mark, hash)) return
  const since = performance.now()
  const ours = inRoot('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')
  const node = existsSync(ours) && process.platform !== 'win32' ? ours : process.execPath
  const env = {
    ...process.env,
    // `generate` never runs the engine, but looks for it, and would fetch it: any executable satisfies it.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  }
  const run = spawnSync(node, [inRoot('node_modules', 'prisma', 'build', 'index.js'), 'generate'], { cwd: root, env, encoding: 'utf8' })
  if (run.error || run.status !== 0) {
    process.stderr.write(`${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`)
    stop('The database client could not be generated from prisma/schema.prisma; the reason stands above.')
  }
  writeFileSync(mark, hash)
  say(`database client generated in ${seconds(since)}`)
}

const [major] = process.versions.node.split('.').map(Number)
if (major < 20) stop(`Node ${process.versions.node} is too old to set this up: Node 20 or later is needed.`)
installPackages()
generateClient()
