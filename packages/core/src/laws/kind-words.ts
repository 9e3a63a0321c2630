import { nationalPrefix } from './law.ts'

/** Words that say what kind of text a title names and that are taken for one another. */
const kindWords = [
  '实施条例',
  '实施细则',
  '实施办法',
  '实施规定',
  '施行细则',
  '暂行条例',
  '暂行规定',
  '暂行办法',
  '试行办法',
  '管理办法',
  '管理条例',
  '管理规定',
  '条例',
  '办法',
  '规定',
  '规则',
  '细则',
  '准则',
] as const

/** A title's stem and its kind word: 政府采购法 + 实施条例. */
interface Parted {
  readonly stem: string
  readonly word: string
}

/** Every title that differs from `key` in the kind word only, likely ones first. `key` itself is not among them. */
export function withOtherKindWords(key: string): string[] {
  const others: string[] = []
  for (const { stem, word } of partings(key)) {
    for (const other of kindWords) {
      if (other === word || !isExchangeable(word, other)) continue
      others.push(stem + other)
    }
  }
  return key.startsWith(nationalPrefix) ? [...others, ...betweenLawAndRegulation(key)] : others
}

/** 中华人民共和国突发事件应对条例 for 法, and the other way round; local regulations are named so without the prefix. */
function betweenLawAndRegulation(key: string): string[] {
  const body = key.slice(nationalPrefix.length)
  const regulation = /^(.{2,}[^法])(?:条例|办法|规定)$/.exec(body)
  if (regulation !== null) return [`${nationalPrefix}${regulation[1]}法`]
  return body.length > 3 && body.endsWith('法') ? [`${key.slice(0, -1)}条例`] : []
}

function partings(key: string): Parted[] {
  return kindWords
    .filter((word) => key.endsWith(word) && key.length > word.length + 3)
    .map((word) => ({ stem: key.slice(0, -word.length), word }))
}

/** 管理条例 is not 暂行条例, but may be 条例 with a word too many: only the last word, or the whole of 实施…, 暂行…, may be exchanged. */
function isExchangeable(word: string, other: string): boolean {
  if (word.length === 2 && other.length === 2) return true
  if (word === `管理${other}`) return true
  const compound = (text: string): boolean => /^(?:实施|施行|暂行|试行)/.test(text)
  return word.length === 4 && other.length === 4 && compound(word) && compound(other)
}
