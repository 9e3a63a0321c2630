// Ways to miswrite a title. Every break is reproducible: choices come from a seeded generator.
import { homophones } from '../packages/core/dist/language/sound.js'

const prefix = '中华人民共和国'
const kinds = [
  '实施条例',
  '实施细则',
  '实施办法',
  '暂行条例',
  '暂行规定',
  '暂行办法',
  '条例',
  '办法',
  '规定',
  '规则',
  '细则',
]
const brokenPrefixes = [
  '中国人民共和国',
  '中华人民共合国',
  '中华人民国',
  '中华人民和共国',
  '人民共和国',
  '中华人名共和国',
]

/** Titles of laws and regulations in force with seven characters or more. */
export function titlesInForce(rows) {
  return rows
    .filter(({ kind, status }) => ['宪法', '法律', '行政法规'].includes(kind) && status === '有效')
    .map(({ title }) => title)
    .filter((title) => [...title].length >= 7)
}

function seeded(seed) {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const keyOf = (title) =>
  title
    .replace(/[《》〈〉\s]/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
const inMarks = (title) => title.replace(/《/g, '〈').replace(/》/g, '〉')
const isMark = (char) => '《》〈〉（）'.includes(char)

function knownKeys(rows) {
  const keys = new Set()
  for (const { title } of rows) {
    const key = keyOf(title)
    for (const one of [key, key.replace(/（[试暂]行）$/, '')]) {
      keys.add(one)
      if (one.startsWith(prefix)) keys.add(one.slice(prefix.length))
    }
  }
  return keys
}

/** Every break of every title inside marks, and those that give another real title. */
export function markedBreaks(titles, rows) {
  const known = knownKeys(rows)
  const random = seeded(20261122)
  const breaks = []
  const aside = []
  for (const title of titles) {
    for (const { way, written } of [...slips(title, random), ...kindSwaps(title), ...prefixSlips(title)]) {
      if (keyOf(written) === keyOf(title)) continue
      if (known.has(keyOf(written))) aside.push(`${way}：${written} ← ${title}`)
      else breaks.push({ way, title, written: inMarks(written) })
    }
  }
  return { breaks, aside }
}

/** Breaks between the first and last character, for running text. */
export function bareBreaks(titles, rows) {
  const known = knownKeys(rows)
  const random = seeded(20261123)
  return titles
    .filter((title) => !/[《》、]/.test(title))
    .flatMap((title) =>
      slips(title, random)
        .filter(({ at }) => at > 0 && at < title.length - 2)
        .filter(({ at }) => !title.startsWith(prefix) || at >= prefix.length)
        .filter(({ written }) => !known.has(keyOf(written)))
        .map(({ way, written }) => ({
          way: title.startsWith(prefix) ? `${way}（带全称）` : `${way}（无全称）`,
          title,
          written,
        })),
    )
}

function slips(title, random) {
  const found = []
  for (let at = 0; at < title.length; at++) {
    if (isMark(title[at])) continue
    const before = title.slice(0, at)
    const after = title.slice(at + 1)
    found.push({ way: '漏字', at, written: before + after })
    const next = title[at + 1]
    if (next !== undefined && next !== title[at] && !isMark(next)) {
      found.push({ way: '颠倒', at, written: `${before}${next}${title[at]}${title.slice(at + 2)}` })
    }
    const alike = homophones(title[at]).slice(0, 8)
    if (alike.length > 0)
      found.push({ way: '同音字', at, written: before + alike[Math.floor(random() * alike.length)] + after })
  }
  return found
}

function kindSwaps(title) {
  const own = kinds.find((kind) => title.endsWith(kind))
  if (own === undefined) return []
  const stem = title.slice(0, -own.length)
  return kinds
    .filter((kind) => kind !== own && kind.length === own.length)
    .map((kind) => ({ way: '文种', written: stem + kind }))
}

function prefixSlips(title) {
  if (!title.startsWith(prefix))
    return /^(?:国务院|全国|中国|最高|第)/.test(title) ? [] : [{ way: '前缀', written: prefix + title }]
  return brokenPrefixes.map((broken) => ({ way: '前缀', written: broken + title.slice(prefix.length) }))
}
