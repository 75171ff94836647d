import 'server-only'
import { BlockList, isIP } from 'node:net'
import { getEnv } from '@/lib/env'

/**
 * The address that a request comes from, for rate limits only. Next gives the peer as the last entry of
 * X-Forwarded-For; entries before it count only when they were written by a proxy that we trust (TRUSTED_PROXIES).
 */
export function clientAddress(headers: Headers): string {
  const chain = (headers.get('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim()).filter((entry) => isIP(entry) !== 0)
  const trusted = trustedList(getEnv().trustedProxies)
  for (const address of chain.toReversed()) {
    if (!trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')) return address
  }
  return chain[0] ?? 'unknown'
}

function trustedList(proxies: readonly string[]): BlockList {
  const list = new BlockList()
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}
