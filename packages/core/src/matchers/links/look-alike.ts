/** Letters of other alphabets, and digits, that look like the letters of gov.cn. */
const CONFUSABLES: Readonly<Record<string, string>> = {
  '0': 'o',
  '9': 'g',
  q: 'g',
  ɡ: 'g',
  ց: 'g',
  о: 'o',
  ο: 'o',
  օ: 'o',
  ν: 'v',
  ѵ: 'v',
  с: 'c',
  ϲ: 'c',
  п: 'n',
  ո: 'n',
}

/** Slips of typing that somebody may have registered. */
const SLIPS = new Set(['goov', 'govv', 'ggov', 'gvo', 'ogv', 'gow', 'goy', 'g-ov', 'go-v'])
/** Ends that no government uses behind `gov`. */
const FOREIGN_ENDS = new Set([
  'com',
  'net',
  'org',
  'cm',
  'cc',
  'co',
  'cn.com',
  'com.cn',
  'net.cn',
  'org.cn',
  'info',
  'top',
  'xyz',
  'vip',
  'con',
  'cnn',
  'com.con',
])

/** Whether a host (lower-case) pretends to be one of gov.cn without lying below it. */
export function looksLikeGovCn(host: string): boolean {
  if (host === 'gov.cn' || host.endsWith('.gov.cn')) return false
  const labels = host.split('.')
  const [second = '', top = ''] = labels.slice(-2)
  if (folded(top) === 'cn' && (folded(second) === 'gov' || SLIPS.has(second) || second.endsWith('-gov'))) return true
  // mohrssgov.cn: the dot before gov is missing; shorter names (egov.cn) may be somebody's own.
  if (top === 'cn' && /^[a-z]{3,}gov$/.test(second)) return true
  if (/(?:^|\.)gov\.cn\./.test(host)) return true
  const beforeTop = labels.slice(0, -1)
  if (beforeTop.some((label) => /(?:^|-)gov-?cn(?:-|$)/.test(label))) return true
  const gov = labels.lastIndexOf('gov')
  return (
    gov >= 0 &&
    FOREIGN_ENDS.has(
      labels
        .slice(gov + 1)
        .map(folded)
        .join('.'),
    )
  )
}

function folded(label: string): string {
  return [...label].map((letter) => CONFUSABLES[letter] ?? letter).join('')
}
