/** The parts of a link's target, as written: nothing is resolved, decoded or looked up. */
export interface Address {
  readonly raw: string
  /** Lower-case, without the colon; empty for `//host/path` and for relative targets. */
  readonly scheme: string
  /** `name` or `name:password` before the host. */
  readonly user?: string
  /** Lower-case, without port or final dot; empty for relative targets, `mailto:` and the like. */
  readonly host: string
  readonly path: string
}

/** Takes a target apart; never throws, a malformed one gives empty parts. */
export function addressOf(url: string): Address {
  const raw = url.trim()
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(raw)?.[1]?.toLowerCase() ?? ''
  const rest = scheme === '' ? raw : raw.slice(scheme.length + 1)
  const authority = /^[\\/]{2}([^/?#\\]*)([^?#]*)/.exec(rest)
  if (authority === null)
    return { raw, scheme, host: scheme === '' ? bareHost(raw) : '', path: rest.split(/[?#]/)[0] ?? '' }
  const [, place = '', path = ''] = authority
  const at = place.lastIndexOf('@')
  const host = hostOf(place.slice(at + 1))
  return at < 0 ? { raw, scheme, host, path } : { raw, scheme, user: place.slice(0, at), host, path }
}

/** Whether `host` is the domain or lies below it. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`)
}

const SECOND_LEVEL = new Set('com net org gov edu ac mil co or go ne'.split(' '))
const PROVINCES = new Set(
  'bj sh tj cq he sx nm ln jl hl js zj ah fj jx sd ha hb hn gd gx hi sc gz yn xz sn gs qh nx xj tw hk mo'.split(' '),
)

/** The part of a host that somebody registered: `mof.gov.cn` of `www.mof.gov.cn`. */
export function registeredDomain(host: string): string {
  const labels = host.split('.')
  const [second = '', top = ''] = labels.slice(-2)
  const deep = top.length === 2 && (SECOND_LEVEL.has(second) || (top === 'cn' && PROVINCES.has(second)))
  return labels.slice(deep ? -3 : -2).join('.')
}

/** `www.example.cn/a` without a scheme is how plain text writes a link. */
function bareHost(raw: string): string {
  return /^www\.[^/?#\s]+/i.test(raw) ? hostOf(raw.split(/[/?#]/)[0] ?? '') : ''
}

function hostOf(place: string): string {
  const bracketed = /^\[[^\]]*\]/.exec(place)?.[0]
  const host = bracketed ?? place.replace(/:\d*$/, '')
  return host.toLowerCase().replace(/\.$/, '')
}
