import 'server-only'
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** 32 MB and about a quarter of a second for each try: OWASP's figures for scrypt. They stand in each hash, so that they can be raised. */
const COST = { logN: 15, r: 8, p: 3 }
const SALT_BYTES = 16
const KEY_BYTES = 32
const SHAPE = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/

/** Node's few threads also read files and open connections: what many people type at once waits in a line of its own. */
const AT_ONCE = 2

type Cost = typeof COST

const waiting: (() => void)[] = []
let running = 0

async function derive(password: string, salt: Buffer, { logN, r, p }: Cost): Promise<Buffer> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  const N = 2 ** logN
  try {
    return await new Promise((resolve, reject) => {
      scrypt(password, salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) => (error ? reject(error) : resolve(key)))
    })
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function written({ logN, r, p }: Cost, salt: Buffer, key: Buffer): string {
  return `scrypt$${logN}$${r}$${p}$${salt.toString('base64url')}$${key.toString('base64url')}`
}

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  return written(COST, salt, await derive(password, salt, COST))
}

/** No password is known to give it. */
const DECOY = written(COST, Buffer.alloc(SALT_BYTES), Buffer.alloc(KEY_BYTES))

/** @param hash null where there is no account: the answer takes as long as if there were one */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const [, logN, r, p, salt = '', key = ''] = SHAPE.exec(hash ?? '') ?? SHAPE.exec(DECOY) ?? []
  const derived = await derive(password, Buffer.from(salt, 'base64url'), { logN: Number(logN), r: Number(r), p: Number(p) })
  const expected = Buffer.from(key, 'base64url')
  return expected.length === derived.length && timingSafeEqual(expected, derived)
}
