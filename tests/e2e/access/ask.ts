import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test as base } from '@playwright/test'
import { z } from 'zod'
import { emptyFamilies } from '../../support/database'
import { dumpDatabase } from '../../support/dump'
import { runDirectory } from '../../support/run-directory'
import { appDatabaseUrl, ofThisWorker } from '../../support/running-app'
import { aJpeg } from '../../support/pictures'
import { ACTIONS, expected, POSTS, STANDING, type Act, type Actor, type Answer } from './matrix'
import { OBJECTS, type Kind, type Reach } from './reach'
import { ROUTES } from './routes'
import { buildWorld, digests, type Owned, type World } from './world'

const site = () => `http://localhost:${ofThisWorker('APP_PORTS')}`

/** One world for all that a worker asks: nothing that is asked changes it. */
const test = base.extend<object, { world: World }>({
  world: [
    async ({}, use, { workerIndex }) => {
      await emptyFamilies(appDatabaseUrl())
      await use(await buildWorld())
      await dumpDatabase(appDatabaseUrl(), path.join(runDirectory(), 'dumps', `access-${workerIndex}.txt`))
    },
    { scope: 'worker' },
  ],
})

/** Every page and route handler of the app directory, as Next writes addresses. */
export function routes(): string[] {
  return globSync('app/**/{page.tsx,route.ts}').map((file) => `/${file.replace(/^app\//, '').replace(/\/?(?:page\.tsx|route\.ts)$/, '')}`)
}

const manifest = z.object({ node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string(), workers: z.record(z.string(), z.unknown()) })) })

/** Every server action of the build, with the number that Next calls it by. */
/** `before`: what an action takes before its form, as the browser's script writes it. */
type Action = { id: string; name: string; before: string; route: string }

export function actions(): Action[] {
  const built = manifest.parse(JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')))
  return Object.entries(built.node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    route: `/${Object.keys(workers)[0]?.replace(/^app\//, '').replace(/\/?page$/, '') ?? ''}`,
    name: `${filename}#${exportedName}`,
    before: beforeForm(readFileSync(filename, 'utf8'), exportedName),
  }))
}

/** A form that shows its faults is given its state. */
function beforeForm(source: string, name: string): string {
  return new RegExp(`export const ${name} = (?:guardianAction|staffAction|staffQuestion)\\(`).test(source) ? '{"status":"new"},' : ''
}

const PARAMETERS: Readonly<Record<string, Kind>> = { applicationId: 'application', materialId: 'material', caseId: 'case', proposalId: 'deskProposal', scanId: 'scan', staffId: 'staff', eventId: 'event', assistanceId: 'assistance', uploadId: 'upload', draftId: 'seasonDraft', seasonProposalId: 'seasonProposal', id: 'seasonDraft', runId: 'run' }
const WORDS: Readonly<Record<string, string>> = { step: 'record', kind: 'no-valid-materials', entry: 'property', table: 'catchment' }

/** The address of a route with somebody's ids in it; null where they own nothing of that kind. */
function addressOf(route: string, owned: Pick<Owned, 'ids'> | null): string | null {
  let missing = false
  const address = route.replace(/\[([^\]]+)\]/g, (_whole, name: string) => {
    const kind = PARAMETERS[name]
    const value = kind ? owned?.ids[kind] : WORDS[name]
    if (value === undefined) missing = true
    return value ?? ''
  })
  return missing ? null : address
}

function headersOf({ cookies }: World, actor: Actor): Record<string, string> {
  return { accept: 'text/html', ...(actor === 'nobody' ? {} : { cookie: cookies[actor] ?? '' }) }
}

async function answerOf(address: string, headers: Record<string, string>): Promise<Answer> {
  const { status, headers: said } = await fetch(`${site()}${address}`, { headers, redirect: 'manual' })
  const to = said.get('location') ?? ''
  if (status === 401 || /\/sign-in(?:\?|$)/.test(to)) return 'sign-in'
  if (status === 404 || status === 403) return 'absent'
  if (status === 200 || (status >= 300 && status < 400)) return 'opened'
  throw new Error(`${address}: ${status}`)
}

/** What an action is given: the ids of an object's owner under the names that actions read, whom a case could be given to, and what the matrix says for the rest. */
function fieldsOf({ reviewers }: World, actor: Actor, { ids, field }: Owned, { fields, ids: named = {} }: Act): Record<string, string> {
  const to = reviewers[STANDING[actor].county ?? ''] ?? ''
  const renamed = Object.entries(named).map(([name, kind]) => [name, ids[kind] ?? ''])
  return { ...Object.fromEntries(Object.entries(ids).map(([kind, id]) => [`${kind}Id`, id])), field, to, ...Object.fromEntries(renamed), ...fields }
}

/** Posts an action to a page that has it, as the browser's script would: its one form, or the form's state before it. */
async function post(world: World, actor: Actor, { id, before, route }: Action, owned: Owned, act: Act): Promise<number> {
  const body = new FormData()
  const headers = headersOf(world, actor)
  for (const [name, value] of Object.entries(fieldsOf(world, actor, owned, act))) body.append(`_1_${name}`, value)
  body.append('0', `[${before}"$K1"]`)
  return (await fetch(`${site()}${addressOf(route, owned) ?? '/register'}`, { method: 'POST', body, redirect: 'manual', headers: { ...headers, 'next-action': id, origin: site() } })).status
}

/** What an actor has no right to at all is tried on one owner's objects, on each owner's in turn; what the right is there for, on everybody's. */
function inTurn(owned: readonly Owned[], actor: Actor, reach: Reach, nth: number): readonly Owned[] {
  return expected(actor, reach, null) === 'opened' ? owned : owned.filter((_, index) => index === nth % owned.length)
}

/** The tests of one actor: every route before every owner's object, and every action on what is somebody else's. */
export function asks(actor: Actor): void {
  test(`R-49 R-52 P1 ${actor}: every route before every object`, async ({ world }) => {
    test.setTimeout(120_000)
    const headers = headersOf(world, actor)
    const wrong: string[] = []
    for (const [nth, [route, reach]] of Object.entries(ROUTES).entries()) {
      if (reach.for === 'nobody') continue
      const having = world.owned.filter((one) => addressOf(route, one) !== null)
      for (const owned of route.includes('[') ? inTurn(having, actor, reach, nth) : [null]) {
        const address = addressOf(route, owned)
        if (address === null) continue
        const [should, does] = [expected(actor, reach, owned), await answerOf(address, headers)]
        if (should !== does) wrong.push(`${route} of ${owned?.name ?? 'nobody'}: ${does} instead of ${should}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test(`P1 ${actor}: what is no id at all leads nowhere, and breaks nothing`, async ({ world }) => {
    const nothing = { ids: Object.fromEntries(OBJECTS.map((kind) => [kind, 'none'])) }
    for (const [route, reach] of Object.entries(ROUTES)) {
      // Before whom the page is shut at all, the test above stands.
      if (expected(actor, reach, null) !== 'opened') continue
      const address = route.includes('[') ? addressOf(route, nothing) : null
      if (address !== null) expect(await answerOf(address, headersOf(world, actor)), address).not.toBe('opened')
    }
  })

  test(`R-49 R-52 P1 ${actor}: no action changes what is somebody else’s`, async ({ world }) => {
    test.setTimeout(120_000)
    const before = await digests()
    for (const [nth, action] of actions().entries()) {
      const act = ACTIONS[action.name]
      if (!act) throw new Error(`${action.name} is not in the matrix`)
      for (const owned of inTurn(world.owned, actor, act.reach, nth)) {
        if (expected(actor, act.reach, owned) === 'opened') continue
        expect(await post(world, actor, action, owned, act), `${action.name} on ${owned.name}`).toBeLessThan(500)
      }
    }
    expect(await digests()).toEqual(before)
  })

  test(`R-49 R-52 P1 ${actor}: no upload and no export reaches what is somebody else’s, and nothing is taken from another site`, async ({ world }) => {
    test.setTimeout(120_000)
    const before = await digests()
    for (const [nth, [route, { reach }]] of Object.entries(POSTS).entries()) {
      if (reach.for === 'everybody' || reach.for === 'nobody') continue
      const having = world.owned.filter((one) => addressOf(route, one) !== null)
      for (const origin of ['https://evil.example', null]) for (const owned of having.slice(0, 1)) expect((await postFile(world, actor, route, owned, origin))?.status, `${route} from ${origin}`).toBe(403)
      for (const owned of inTurn(having, actor, reach, nth)) {
        if (expected(actor, reach, owned) === 'opened') continue
        const answer = await postFile(world, actor, route, owned, site())
        expect(answer?.status ?? 404, `${route} on ${owned.name}`).toBeLessThan(500)
        expect(answer?.status ?? 404, `${route} on ${owned.name}`).not.toBe(200)
      }
    }
    expect(await digests()).toEqual(before)
  })
}

let paper: ReturnType<typeof aJpeg> | undefined

/** Posts a form with a file to a route handler; null where the owner has nothing of what its address names. */
async function postFile(world: World, actor: Actor, route: string, owned: Owned, origin: string | null): Promise<Response | null> {
  const act = POSTS[route]
  const address = addressOf(route, owned)
  if (!act || address === null) return null
  const body = new FormData()
  for (const [name, value] of Object.entries(fieldsOf(world, actor, owned, act))) body.append(name, value)
  body.append('file', new File([new Uint8Array(await (paper ??= aJpeg({ width: 60, height: 40 })))], 'paper.jpg', { type: 'image/jpeg' }))
  return fetch(`${site()}${address}`, { method: 'POST', body, redirect: 'manual', headers: { ...headersOf(world, actor), ...(origin === null ? {} : { origin }) } })
}

/** That such a post does something where it may: otherwise the tests above could not fail. */
export function does(actor: Actor, name: string, on: string): void {
  test(`P1 ${actor}: the same post on what is one’s own is taken: ${name}`, async ({ world }) => {
    const action = actions().find((one) => one.name === name)
    const act = ACTIONS[name]
    const owned = world.owned.find((one) => one.name === on)
    if (!action || !act || !owned) throw new Error(`${name} or ${on} is not there`)
    expect(expected(actor, act.reach, owned)).toBe('opened')
    const before = await digests()
    await post(world, actor, action, owned, act)
    expect(await digests()).not.toEqual(before)
  })
}

/** The same of an upload. */
export function takes(actor: Actor, route: string, on: string): void {
  test(`P1 ${actor}: the same upload for what is one’s own is taken: ${route}`, async ({ world }) => {
    const owned = world.owned.find((one) => one.name === on)
    if (!owned) throw new Error(`${on} is not there`)
    const before = await digests()
    await postFile(world, actor, route, owned, site())
    expect(await digests()).not.toEqual(before)
  })
}
