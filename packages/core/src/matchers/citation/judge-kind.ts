import type { Law } from '../../laws/law.ts'
import type { LawMention } from './mention.ts'
import type { Verdict } from './verdict.ts'

const said = '法律|行政法规|地方性法规|地方法规|部门规章'
/** Behind a title or a list of them; 法律 only where no 法规, 规定, 制度 … makes another word of it. */
const behind = new RegExp(
  `^[》〉](?:（[^（）]{0,40}）)?(?:等(?:[\\d一二三四五六七八九十多几数]+[部件项])?(?:${said})(?=的|[，。；：）]|$|实施|施行|明确|要求|开展|办理|予以|、|和|及|与)|(?:这(?:一)?|是一)[部件项](?:${said})(?!法规|规定|规范|制度|文))`,
)
const saidLast = new RegExp(`(?:${said})$`)
const ahead = /(?:根据|依据|依照|按照|违反|适用)(法律|行政法规|部门规章)[《〈]$/
const runAhead = /(?:[《〈][^《》]{2,60}[》〉][、和及与]?)*[《〈]$/

/** Judges what kind of text the draft calls the laws it lists: 《……条例》等法律, 根据法律《……条例》. */
export function judgeNamedKinds(mentions: readonly LawMention[]): Verdict[] {
  return mentions
    .filter(({ marked, nested, broken }) => marked && !nested && !broken)
    .flatMap((mention) => [...judgeBehind(mention, mentions), ...judgeAhead(mention)])
}

function judgeBehind(mention: LawMention, mentions: readonly LawMention[]): Verdict[] {
  const { segment, span } = mention
  const found = behind.exec(segment.text.slice(span.end, span.end + 60))
  const word = found === null ? undefined : saidLast.exec(found[0])?.[0]
  if (found === null || word === undefined || isJoined(word, found)) return []
  const laws = lawsOfRun(mention, mentions)
  if (laws === undefined || !laws.every((law) => contradicts(law, word))) return []
  return [toVerdict(mention, laws.at(-1)!, { word, end: span.end + found[0].length })]
}

/** 等法律、法规: the word is the first of several. */
function isJoined(word: string, found: RegExpExecArray): boolean {
  return word === '法律' && /[、和及与]/.test(found.input[found[0].length] ?? '')
}

function judgeAhead(mention: LawMention): Verdict[] {
  const { segment, span, resolution } = mention
  const found = ahead.exec(segment.text.slice(Math.max(0, span.start - 12), span.start))
  if (found === null || resolution === undefined || !contradicts(resolution.law, found[1]!)) return []
  return [toVerdict(mention, resolution.law, { word: found[1]!, end: span.start - 1 })]
}

function toVerdict({ segment }: LawMention, law: Law, { word, end }: { word: string; end: number }): Verdict {
  const span = { start: end - word.length, end }
  return {
    check: 'named-kind',
    segment,
    span,
    right: [law.kind],
    facts: { title: law.title, said: word, kind: law.kind },
  }
}

/** The laws of a list that ends with `mention`; undefined when one of its titles is not known. */
function lawsOfRun(mention: LawMention, mentions: readonly LawMention[]): Law[] | undefined {
  const { segment, span } = mention
  const before = segment.text.slice(Math.max(0, span.start - 400), span.start)
  const start = span.start - (runAhead.exec(before)?.[0].length ?? 0)
  const titles = segment.text.slice(start, span.end).match(/[《〈]/g)?.length ?? 0
  const laws = mentions
    .filter((one) => one.segment === segment && one.span.start >= start && one.span.end <= span.end)
    .flatMap(({ resolution }) => (resolution === undefined ? [] : [resolution.law]))
  return laws.length === titles && laws.length > 0 ? laws : undefined
}

/** Local and departmental texts share short titles with 办法 and 规定, so only laws and 条例 are held to their kind. */
function contradicts({ kind, title }: Law, word: string): boolean {
  if (kind === '法律') return word !== '法律'
  return kind === '行政法规' && title.endsWith('条例') && (word === '法律' || word.startsWith('部门'))
}
