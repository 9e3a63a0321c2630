import type { DraftDate } from '../types.ts'
import { type Law, nationalPrefix } from './law.ts'
import { bodyOf, titleKey } from './title-key.ts'

const nationalLaw = new RegExp(`^${nationalPrefix}[\\u4e00-\\u9fff]{2,29}(?<![办做方书])法$`, 'u')
/** Subjects, not laws: 中华人民共和国国家法. */
const subjects = new Set('国家法 行政法 经济法 社会法 诉讼法 组织法 国际法'.split(' '))
/** Titles share at least this much of their characters, in order, to be offered for one another. */
const leastShare = 0.65

/** Whether a title claims to be that of a national law: 中华人民共和国……法. All of these are in the catalog. */
export function claimsNationalLaw(title: string): boolean {
  const key = titleKey(title)
  return nationalLaw.test(key) && !subjects.has(bodyOf(key))
}

/** At most three national laws whose titles are most like `title`, those in force on `date` before abolished ones. */
export function similarLaws(title: string, laws: readonly Law[], date: DraftDate): Law[] {
  const body = bodyOf(titleKey(title))
  const shares = laws
    .filter(({ since }) => since === undefined || date === 'unknown' || since <= date)
    .map((law) => ({ law, share: shareOf(body, bodyOf(titleKey(law.title))), past: isPast(law, date) }))
    .filter(({ share }) => share >= leastShare)
  return shares
    .sort((a, b) => Number(a.past) - Number(b.past) || b.share - a.share)
    .slice(0, 3)
    .map(({ law }) => law)
}

function isPast({ abolished }: Law, date: DraftDate): boolean {
  return abolished !== undefined && date !== 'unknown' && abolished <= date
}

/** Twice the longest common subsequence over both lengths. */
function shareOf(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const char of a) {
    const next = [0]
    for (let j = 1; j <= b.length; j++) {
      next.push(char === b[j - 1] ? row[j - 1]! + 1 : Math.max(row[j]!, next[j - 1]!))
    }
    row = next
  }
  return (2 * row[b.length]!) / (a.length + b.length)
}
