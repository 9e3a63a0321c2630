import type { Link, Severity } from '../../types.ts'
import { type Address, isWithin } from './address.ts'
import { ipAddressOf, isPrivateIp } from './ip-address.ts'
import { looksLikeGovCn } from './look-alike.ts'
import type { LinkPolicy } from './policy.ts'
import { mismatchOf } from './visible-text.ts'

/** What is wrong with a link; `fault` chooses the rule. */
export interface LinkFault {
  readonly fault: string
  readonly severity?: Severity
  readonly facts?: Readonly<Record<string, string>>
  readonly right?: readonly string[]
  /** The target without its password. */
  readonly masked?: string
}

type FaultTest = (address: Address, link: Link, policy: LinkPolicy) => LinkFault | undefined

const IDLE_SCRIPT = /^javascript:\s*(?:void\s*\(?\s*0\s*\)?)?\s*;?\s*$/i
const EXECUTABLE = /\.(?:exe|msi|bat|cmd|scr|vbs|vbe|ps1|jar|apk|lnk|hta|reg|com|dll|pif|wsf|dmg|pkg)$/i
const LOCAL_NAME = /^(?:localhost|.+\.(?:localhost|local|lan|internal|intranet|corp|home|test|example))$/
/** 政务, 公益, 中国, 中國, 公司, 网络: tops whose hosts are Chinese by design. */
const CHINESE_TOPS = /\.(?:xn--(?:zfr164b|55qw42g|fiqs8s|fiqz9s|55qx5d|io0a7i)|政务|公益|中国|中國|公司|网络)$/
const MALFORMED =
  /^https?(?::\/(?!\/)|\/\/|:(?![/\\])|：)|^https?:\/\/+https?(?::|\/\/|%3a)|^https?:\/\/[^/?#]*[\s，。；、（）]/i

const script: FaultTest = ({ raw, scheme }) => {
  if (scheme === 'javascript' && !IDLE_SCRIPT.test(raw)) return { fault: 'script' }
  if (scheme === 'vbscript' || /^data:(?:text\/html|image\/svg|application\/)/i.test(raw)) return { fault: 'script' }
  return undefined
}

const FILE_NAME = /\.(?:docx?|xlsx?|pptx?|pdf|zip|rar|wps|et|ofd|jpe?g|png)$/i

/** An attachment's name that leads nowhere; a script of the page may still fetch it. */
const noTarget: FaultTest = ({ raw, scheme }, { text }) => {
  if (!(scheme === 'javascript' && IDLE_SCRIPT.test(raw)) && raw !== '#') return undefined
  return text !== undefined && FILE_NAME.test(text.trim()) ? { fault: 'no-target' } : undefined
}

const localFile: FaultTest = ({ raw, scheme }) =>
  scheme === 'file' || /^[a-z]:[\\/]/i.test(raw) || raw.startsWith('\\\\') ? { fault: 'local-file' } : undefined

const credentials: FaultTest = ({ raw, scheme, user, host }) => {
  if (user === undefined || host === '' || scheme === '') return undefined
  return { fault: 'credentials', masked: raw.replace(`${user}@`, '***@'), facts: { host } }
}

/** The host of a site, or of a mailbox. */
function hostOf({ scheme, host, path }: Address): string {
  return scheme === 'mailto' ? (path.split('@')[1] ?? '').toLowerCase() : host
}

const lookAlike: FaultTest = (address) => {
  const host = hostOf(address)
  return looksLikeGovCn(host) ? { fault: 'look-alike', facts: { host } } : undefined
}

const privateNetwork: FaultTest = ({ host, scheme }) => {
  if (host === '' || scheme === 'file') return undefined
  const address = ipAddressOf(host)
  const isPrivate = address === undefined ? LOCAL_NAME.test(host) || !host.includes('.') : isPrivateIp(address)
  return isPrivate ? { fault: 'private-network', facts: { host } } : undefined
}

const ipHost: FaultTest = ({ host }) =>
  host !== '' && ipAddressOf(host) !== undefined ? { fault: 'ip-host', facts: { host } } : undefined

const foreignLetters: FaultTest = ({ host }) => {
  if (CHINESE_TOPS.test(host)) return undefined
  const mixed = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(host)
  if (!mixed && !/(?:^|\.)xn--/.test(host)) return undefined
  return { fault: 'foreign-letters', facts: { host }, ...(mixed ? { severity: 'error' as const } : {}) }
}

/** Looks at the target as written: a full-width colon is the fault. */
const malformed: FaultTest = (_, { url }) => (MALFORMED.test(url.trim()) ? { fault: 'malformed' } : undefined)

const mismatch: FaultTest = (address, { text }, policy) => {
  const found = text === undefined ? undefined : mismatchOf(text, address, policy)
  if (found === undefined) return undefined
  const { shown, target, fromGovernment } = found
  return { fault: 'mismatch', severity: fromGovernment ? 'error' : 'warning', facts: { shown, target } }
}

const executable: FaultTest = ({ host, path }) => {
  const kind = host !== '' && path.length > 1 ? EXECUTABLE.exec(path)?.[0] : undefined
  return kind === undefined ? undefined : { fault: 'executable', facts: { kind: kind.toLowerCase() } }
}

const insecure: FaultTest = ({ raw, scheme, host }, _, { https }) => {
  if (scheme !== 'http' || !https.some((domain) => isWithin(host, domain))) return undefined
  return { fault: 'insecure', right: [raw.replace(/^http:/i, 'https:')], facts: { host } }
}

const denied: FaultTest = (address, _, { deny }) => {
  const host = hostOf(address)
  return deny.some((domain) => isWithin(host, domain)) ? { fault: 'denied', facts: { host } } : undefined
}

const offPolicy: FaultTest = ({ host }, { text }, { allow, known }) => {
  if (host === '' || text === undefined || [...allow, ...known].some((domain) => isWithin(host, domain)))
    return undefined
  return { fault: 'off-policy', severity: allow.length > 0 ? 'warning' : 'info', facts: { host } }
}

/** What the network said; in the rulebook's examples the rules' settings speak for it. */
const answered: FaultTest = ({ host }, { url }, { answers }) => {
  const answer = answers.get(url)
  return answer === undefined ? undefined : { fault: answer.fault, facts: { host, detail: answer.detail } }
}

const TESTS: readonly FaultTest[] = [
  script,
  noTarget,
  localFile,
  credentials,
  malformed,
  lookAlike,
  privateNetwork,
  ipHost,
  foreignLetters,
  mismatch,
  denied,
  executable,
  insecure,
  offPolicy,
]

/**
 * What is wrong with a link: the first fault that its address shows, gravest kind first (one finding, not five), and
 * what the network said of it.
 */
export function faultsOf(address: Address, link: Link, policy: LinkPolicy): LinkFault[] {
  const isSpokenOf = (fault: LinkFault | undefined): fault is LinkFault =>
    fault !== undefined && policy.faults.has(fault.fault)
  const shown = firstOf(TESTS, (test) => {
    const fault = test(address, link, policy)
    return isSpokenOf(fault) ? fault : undefined
  })
  return [shown, answered(address, link, policy)].filter(isSpokenOf)
}

function firstOf<Item, Result>(items: readonly Item[], read: (item: Item) => Result | undefined): Result | undefined {
  for (const item of items) {
    const result = read(item)
    if (result !== undefined) return result
  }
  return undefined
}
