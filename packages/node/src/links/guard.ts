import { type LookupAddress, lookup } from 'node:dns'
import { isIPv6, type LookupFunction } from 'node:net'
import { ipAddressOf, isPrivateIp } from '@kanwu/core'

/** Says of an IP address (`127.0.0.1`, `::1`) whether it may be connected to. */
export type AddressGuard = (address: string) => boolean

/** Refuses whatever the public network does not reach: private, loopback, link-local, mapped and translated ranges. */
export const publicOnly: AddressGuard = (address) => {
  const ip = ipAddressOf(isIPv6(address) ? `[${address}]` : address)
  return ip !== undefined && !isPrivateIp(ip)
}

/** The code of the error that a refused address raises. */
export const REFUSED = 'EREFUSEDADDRESS'

/** Whether a URL's host is written as an address that the guard refuses; names are judged when they are resolved. */
export function isRefusedLiteral({ hostname }: URL, guard: AddressGuard): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return ipAddressOf(hostname) !== undefined && !guard(bare)
}

/**
 * A lookup for sockets: resolves a name and hands on its addresses only when the guard lets all of them pass.
 * The socket connects to what was judged, so a name that changes its mind in between gains nothing.
 */
export function guardedLookup(guard: AddressGuard): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses: LookupAddress[] = found ?? []
      if (error !== null) return callback(error, addresses)
      if (addresses.some(({ address }) => !guard(address))) return callback(refusal(hostname), [])
      const [first] = addresses
      if (options.all === true || first === undefined) return callback(null, addresses)
      return callback(null, first.address, first.family)
    })
  }
}

function refusal(hostname: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${hostname} resolves to an address that may not be asked`), { code: REFUSED })
}
