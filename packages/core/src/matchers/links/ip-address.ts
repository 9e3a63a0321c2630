/** An IP address that a host is written as: four bytes, or eight groups of sixteen bits. */
export type IpAddress = readonly number[]

/**
 * Reads a host as an IP address the way browsers do: `10.0.0.1`, `167772161`, `0xA000001`, `012.0.0.1`, `10.1`,
 * `[::ffff:10.0.0.1]`. Nothing when it is a name.
 */
export function ipAddressOf(host: string): IpAddress | undefined {
  return host.startsWith('[') ? ipv6Of(host.slice(1, -1)) : ipv4Of(host)
}

/** Whether an address lies in a range that the public network does not reach. */
export function isPrivateIp(address: IpAddress): boolean {
  return address.length === 4 ? isPrivateV4(address) : isPrivateV6(address)
}

function isPrivateV4([a = 0, b = 0, c = 0]: IpAddress): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224) return true
  if (a === 100) return b >= 64 && b <= 127
  if (a === 169) return b === 254
  if (a === 172) return b >= 16 && b <= 31
  if (a === 192) return b === 168 || (b === 0 && (c === 0 || c === 2))
  return a === 198 && (b === 18 || b === 19)
}

/** Loopback, link-local, unique local, multicast, and IPv4 addresses in IPv6 clothes (mapped, 6to4, NAT64). */
function isPrivateV6(groups: IpAddress): boolean {
  const [first = 0, second = 0, third = 0] = groups
  const low = groups.slice(6).flatMap((group) => [group >> 8, group & 255])
  if (groups.slice(0, 5).every((group) => group === 0)) {
    return groups[5] === 0xffff || groups[5] === 0 ? isPrivateV4(low) : true
  }
  if (first === 0x64 && second === 0xff9b) return isPrivateV4(low)
  if (first === 0x2002) return isPrivateV4([second >> 8, second & 255, third >> 8, third & 255])
  return (first & 0xfe00) === 0xfc00 || (first & 0xff80) === 0xfe80 || (first & 0xff00) === 0xff00
}

function ipv4Of(host: string): IpAddress | undefined {
  const parts = host.split('.')
  if (parts.length > 4) return undefined
  const numbers = parts.map(numberOf)
  if (numbers.some((number) => number === undefined)) return undefined
  const bytes = (numbers as number[]).slice(0, -1)
  const last = numbers.at(-1) ?? 0
  const missing = 4 - bytes.length
  if (bytes.some((byte) => byte > 255) || last >= 256 ** missing) return undefined
  for (let i = missing - 1; i >= 0; i--) bytes.push(Math.floor(last / 256 ** i) % 256)
  return bytes
}

/** Decimal, octal (`012`) and hexadecimal (`0xA`) numbers. */
function numberOf(part: string): number | undefined {
  if (/^0x[0-9a-f]{1,8}$/i.test(part)) return Number(part)
  if (/^0[0-7]{1,11}$/.test(part)) return Number.parseInt(part, 8)
  return /^(?:0|[1-9]\d{0,9})$/.test(part) ? Number(part) : undefined
}

function ipv6Of(text: string): IpAddress | undefined {
  const [head = '', tail, ...more] = (text.split('%')[0] ?? '').split('::')
  if (more.length > 0) return undefined
  const front = groupsOf(head)
  const back = tail === undefined ? [] : groupsOf(tail)
  if (front === undefined || back === undefined) return undefined
  const missing = 8 - front.length - back.length
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined
  return [...front, ...Array<number>(missing).fill(0), ...back]
}

function groupsOf(text: string): number[] | undefined {
  if (text === '') return []
  const groups: number[] = []
  for (const part of text.split(':')) {
    const v4 = part.includes('.') ? ipv4Of(part) : undefined
    if (v4 !== undefined) groups.push(v4[0]! * 256 + v4[1]!, v4[2]! * 256 + v4[3]!)
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16))
    else return undefined
  }
  return groups
}
