import { expect, test } from 'vitest'
import { PEER_HEADER } from '@/lib/auth/peer-address'

// Read once, when the configuration is first asked for: so it is set before the room is loaded.
process.env.TRUSTED_PROXIES = '10.0.0.0/8,192.0.2.7'
const { clientAddress } = await import('@/lib/auth/client-address')

test.each([
  ['203.0.113.9', null, '203.0.113.9', 'nobody forwarded anything'],
  ['203.0.113.9', '198.51.100.1', '203.0.113.9', 'a client that forwards for itself is itself'],
  ['::ffff:203.0.113.9', '198.51.100.1', '203.0.113.9', 'an IPv4 peer on an IPv6 socket'],
  ['10.1.2.3', '198.51.100.1', '198.51.100.1', 'a proxy of ours is believed'],
  ['10.1.2.3', '198.51.100.1, 203.0.113.9', '203.0.113.9', 'only the entry that our proxy wrote is believed'],
  ['10.1.2.3', '203.0.113.9, 192.0.2.7', '203.0.113.9', 'two proxies of ours'],
  ['10.1.2.3', 'nonsense', '10.1.2.3', 'what is no address is nobody'],
  ['10.1.2.3', null, '10.1.2.3', 'a proxy that forwards nothing'],
])('peer %s, forwarded for %s: %s (%s)', (peer: string, forwarded: string | null, address: string, _why: string) => {
  const headers = new Headers({ [PEER_HEADER]: peer, ...(forwarded ? { 'x-forwarded-for': forwarded } : {}) })
  expect(clientAddress(headers)).toBe(address)
})
