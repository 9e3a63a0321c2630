import { type Address, addressOf, isWithin, registeredDomain } from './address.ts'
import type { LinkPolicy } from './policy.ts'

const TOP_LEVEL = 'cn|com|net|org|gov|edu|info|top|xyz|io|me|cc|tv|vip|hk|mo|tw'
const SITE = new RegExp(`^(?:https?://)?((?:[a-z0-9-]+\\.)+(?:${TOP_LEVEL}))(?::\\d+)?(?:[/?#]\\S*)?$`, 'i')
const MAILBOX = /^[\w.%+-]+@[\w.-]+\.[a-z]{2,}$/i

/** What a link's text says and where the link goes, when these are two different sites. */
export interface Mismatch {
  readonly shown: string
  readonly target: string
  /** The text names a government site, the target is none. */
  readonly fromGovernment: boolean
}

/**
 * Compares a link's text with its target: an address, a mailbox, or the name of a known site (name → domain).
 * Nothing when the text names no site, or the sites are one registration.
 */
export function mismatchOf(
  text: string,
  address: Address,
  { names, bodies }: Pick<LinkPolicy, 'names' | 'bodies'>,
): Mismatch | undefined {
  const shown = text.trim()
  if (address.scheme === 'mailto') return mailboxMismatch(shown, address)
  if (address.host === '') return undefined
  const name = shown.replace(/^[“"'《]|[”"'》]$/g, '')
  const named = names.get(name) ?? siteOfBody(name, address, bodies)
  const host = named ?? siteIn(shown)
  if (host === undefined) return undefined
  const same =
    named === undefined ? registeredDomain(host) === registeredDomain(address.host) : isWithin(address.host, named)
  if (same) return undefined
  const fromGovernment = isWithin(host, 'gov.cn') && !isWithin(address.host, 'gov.cn')
  return { shown: named === undefined ? host : shown, target: address.host, fromGovernment }
}

const SITE_WORDS = /(?:官方网站|门户网站|政府网站|官网|网站)$/

/** 教育部网站; the bare name (教育部) only where the target is another ministry's front page. */
function siteOfBody(name: string, { host, path }: Address, bodies: ReadonlyMap<string, string>): string | undefined {
  const domain = bodies.get(name.replace(SITE_WORDS, ''))
  if (domain === undefined || SITE_WORDS.test(name)) return domain
  const isFrontPage = path === '' || path === '/'
  return isFrontPage && [...bodies.values()].some((other) => isWithin(host, other)) ? domain : undefined
}

function siteIn(text: string): string | undefined {
  const host = SITE.exec(text)?.[1]?.toLowerCase()
  return host === undefined ? addressOf(text).host || undefined : host
}

function mailboxMismatch(shown: string, { path }: Address): Mismatch | undefined {
  if (!MAILBOX.test(shown) || shown.toLowerCase() === path.toLowerCase()) return undefined
  const fromGovernment = /\.gov\.cn$/i.test(shown) && !/\.gov\.cn$/i.test(path)
  return { shown, target: path, fromGovernment }
}
