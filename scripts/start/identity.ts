import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Env } from '@/lib/env'
import { Refusal } from '../database/refusal'
import { launch, type Program } from './programs'
import { inRoot } from './root'

/** The stand-in for 昌通码, on this machine only. @param people whom it knows, as a register's file @throws Refusal */
export async function startIdentityProvider(env: Env, add: (program: Program) => void, people = inRoot('prisma/demo/people.csv')): Promise<void> {
  const logFile = path.join(env.dataDir, 'logs', 'identity-provider.log')
  mkdirSync(path.dirname(logFile), { recursive: true })
  let heard = ''
  let ready: () => void = () => undefined
  const isReady = new Promise<void>((resolve) => (ready = resolve))
  const provider = launch({
    name: 'The identity provider',
    args: ['--conditions=react-server', '--import', 'tsx', inRoot('scripts/identity-provider/main.ts')],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ISSUER: env.oidc.issuer,
      PORT: new URL(env.oidc.issuer).port,
      CLIENT_ID: env.oidc.clientId,
      CLIENT_SECRET: env.oidc.clientSecret,
      REDIRECT_URI: `${env.baseUrl}/api/auth/callback/changtongma`,
      PEOPLE_CSV: people,
      ACCOUNTS_CSV: inRoot('prisma/demo/accounts.csv'),
    },
    logFile,
    heard: (text) => {
      heard += text
      if (/^ready$/m.test(heard)) ready()
    },
  })
  add(provider)
  const isEnded = provider.ended.then(() => 'ended' as const)
  if ((await Promise.race([isReady, isEnded])) === 'ended') throw new Refusal(`The identity provider ended while it was starting. Its log: ${logFile}`)
}
