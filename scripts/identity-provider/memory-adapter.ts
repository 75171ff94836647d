import type { Adapter, AdapterPayload } from 'oidc-provider'

type Kept = { payload: AdapterPayload; expiresAt: number }

/** The library's storage, in this process and nowhere else: what was typed here is gone when the stand-in stops. */
export function createMemory(): (model: string) => Adapter {
  const kept = new Map<string, Kept>()

  const drop = (matches: (payload: AdapterPayload, now: number, expiresAt: number) => boolean) => {
    const now = Date.now()
    for (const [key, { payload, expiresAt }] of kept) if (matches(payload, now, expiresAt)) kept.delete(key)
  }
  const live = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key)
    return found && found.expiresAt > Date.now() ? found.payload : undefined
  }
  const first = (model: string, matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
    for (const key of kept.keys()) {
      const payload = key.startsWith(`${model}:`) ? live(key) : undefined
      if (payload && matches(payload)) return payload
    }
    return undefined
  }

  return (model) => ({
    async upsert(id, payload, expiresIn) {
      drop((_payload, now, expiresAt) => expiresAt <= now)
      kept.set(`${model}:${id}`, { payload, expiresAt: expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1000 })
    },
    async find(id) {
      return live(`${model}:${id}`)
    },
    async findByUid(uid) {
      return first(model, (payload) => payload.uid === uid)
    },
    async findByUserCode(userCode) {
      return first(model, (payload) => payload.userCode === userCode)
    },
    async consume(id) {
      const payload = live(`${model}:${id}`)
      if (payload) payload.consumed = Math.floor(Date.now() / 1000)
    },
    async destroy(id) {
      kept.delete(`${model}:${id}`)
    },
    async revokeByGrantId(grantId) {
      drop((payload) => payload.grantId === grantId)
    },
  })
}
