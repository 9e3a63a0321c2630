import { type FigureCheck, type FigureFault, NO_FAULT } from './fault.ts'
import { type Quantity, quantitiesIn, round } from './quantities.ts'

/** A rate by its name of two characters; the part is the count that its name stands beside. */
const RATE = /([\u4e00-\u9fff]{2})率(?:为|达到|达|均为|约为)?\s?(\d+(?:\.\d+)?)\s?%/y
/** Rates of change, of money and of time are no parts of a count. */
const NO_PART =
  /增长|增加|上升|提高|提升|下降|减少|降低|同比|环比|贡献|回报|收益|利润|毛利|净利|周转|增值|贬值|折旧|出生|死亡|发病|患病|发生|[利税汇速频功效斜曲概比倍]$/
/** The length of what a rate's name says before 率. */
const VERB = 2

/** What a rate counts under another name than its own. */
const COUNTED: Readonly<Record<string, readonly string[]>> = {
  出席: ['出席', '实到', '到会', '参会'],
  到会: ['到会', '实到', '出席'],
  参会: ['参会', '实到', '出席', '到会'],
  出勤: ['出勤', '实到', '到岗'],
  到课: ['到课', '实到'],
  回收: ['回收', '收回', '返回'],
  收回: ['收回', '回收'],
  参考: ['参考', '实考', '到考'],
  参训: ['参训', '实到', '到训'],
  投票: ['投票', '参加投票', '实投'],
  检查: ['检查', '已检', '实检'],
}

/** 48件，其中建议30件、提案18件，办结: how the whole divides; what follows is of the whole again. */
const DIVIDED = /其中[^，,。；、]*\d[^，,。；、]*(?:、[^，,。；、]*\d[^，,。；、]*)+[，,]/g

/**
 * A rate that does not fit the counts of its sentence: 检查48个网站，合格47个，合格率为95%. The part is the count that the
 * rate's own word (or its opposite, 不合格) stands beside, the whole any count of its kind before it.
 */
export const rate: FigureCheck = (segment) => {
  const { text } = segment
  let faults: FigureFault[] | undefined
  for (let at = text.indexOf('率', VERB); at >= 0; at = text.indexOf('率', at + 1)) {
    RATE.lastIndex = at - VERB
    const found = RATE.exec(text)
    const fault = found === null ? undefined : faultOf(text, found)
    if (fault === undefined) continue
    faults ??= []
    faults.push(fault)
  }
  return faults ?? NO_FAULT
}

function faultOf(
  text: string,
  { 0: words, 1: verb = '', 2: stated = '', index }: RegExpExecArray,
): FigureFault | undefined {
  if (NO_PART.test(verb)) return undefined
  const before = text.slice(sentenceStart(text, index), index)
  if (!mayName(before, verb)) return undefined
  const sentence = before.includes('其中') ? before.replace(DIVIDED, '') : before
  if (/其中.*其中|同比|上年|去年|分别/.test(sentence)) return undefined
  const sum = sumIn(sentence, verb, stated)
  if (sum === undefined) return undefined
  return { span: { start: index, end: index + words.length }, facts: { stated: `${stated}%`, sum } }
}

function sentenceStart(text: string, at: number): number {
  let start = at
  while (start > 0 && !SENTENCE_END.includes(text[start - 1]!)) start--
  return start
}

const SENTENCE_END = '。；\n'

/** Whether words hold the characters of what the rate counts; a count may stand between them. */
function mayName(words: string, verb: string): boolean {
  return namesOf(verb).some((name) => words.includes(name.charAt(0)) && words.includes(name.charAt(1)))
}

function namesOf(verb: string): readonly string[] {
  return COUNTED[verb] ?? [verb]
}

/** The sum by the first whole; undefined where the rate fits some whole, or what its part is cannot be told. */
function sumIn(sentence: string, verb: string, stated: string): string | undefined {
  const counts = quantitiesIn(sentence)
  const beside = (words: readonly string[]) =>
    counts.filter(({ start, end }) => {
      const clause = clauseAround(sentence, start, end)
      return words.some((word) => clause.includes(word))
    })
  const opposite = beside([`不${verb}`, `未${verb}`])
  const direct = beside(namesOf(verb)).filter((count) => !opposite.includes(count))
  const parts = direct.length > 0 ? direct : opposite
  const [part] = parts
  if (part === undefined || parts.some(({ value }) => value !== part.value)) return undefined
  if (sentence.includes('其中') && !clauseAround(sentence, part.start, part.end).includes('其中')) return undefined

  const done = (whole: Quantity) => (parts === direct ? part.value : whole.value - part.value)
  const wholes = counts.filter(
    (count) => count.end <= part.start && count.unit === part.unit && count.value >= part.value,
  )
  const [first] = wholes
  const decimals = stated.split('.')[1]?.length ?? 0
  const fits = (whole: Quantity) => Math.abs((done(whole) / whole.value) * 100 - Number(stated)) < 10 ** -decimals
  if (first === undefined || wholes.some(fits)) return undefined
  return `${done(first)}÷${first.value}=${round((done(first) / first.value) * 100, Math.max(decimals, 1))}%`
}

function clauseAround(sentence: string, start: number, end: number): string {
  let from = start
  while (from > 0 && !CLAUSE_END.includes(sentence[from - 1]!)) from--
  let until = end
  while (until < sentence.length && !CLAUSE_BREAK.test(sentence[until]!)) until++
  return sentence.slice(from, start) + sentence.slice(end, until)
}

const CLAUSE_END = '，,、；'
const CLAUSE_BREAK = /[，,、；\d]/
