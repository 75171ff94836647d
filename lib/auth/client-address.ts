import 'server-only'
import { BlockList, isIP } from 'node:net'
import { getEnv } from '@/lib/env'
import { PEER_HEADER } from './peer-address'

/**
 * The address that a request comes from, for rate limits only: the peer, or, while the peer is a proxy that we trust
 * (TRUSTED_PROXIES), the address that it wrote last into X-Forwarded-For.
 */
export function clientAddress(headers: Headers): string {
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim())
  const trusted = trustedList(getEnv().trustedProxies)
  let address = plain(headers.get(PEER_HEADER) ?? 'unknown')
  for (const before of forwarded.toReversed()) {
    if (!isTrusted(trusted, address) || isIP(plain(before)) === 0) break
    address = plain(before)
  }
  return address
}

/** An IPv4 address as such, where the socket writes it into an IPv6 one. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/, '')
}

function isTrusted(trusted: BlockList, address: string): boolean {
  const family = isIP(address)
  return family !== 0 && trusted.check(address, family === 6 ? 'ipv6' : 'ipv4')
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
