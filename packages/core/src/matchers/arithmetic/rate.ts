import type { FigureCheck } from './fault.ts'
import { quantitiesIn, round } from './quantities.ts'

/** What each rate counts: the words of its counts, and of their opposites. */
const RATE =
  /(合格|办结|回复|答复|办理|整改|完成|及格|优良|达标|出席|到会|采纳|落实|化解|调解|签约|入住|参保|录取|通过|开工|投产|查处|破案|修复|就业|报到|到位|交付|入学|毕业|检出|接种|回收|满意|出勤|到课|参会|处置|处理|结案|投票|参选|检查|完工|销号|收回|参考|成活|存活|治愈|审结|执结|签订|改造|安装|登记|响应|开通|覆盖|参训)率(?:为|达到|达|均为|约为)?\s?(\d+(?:\.\d+)?)\s?%/y
/** The length of what a rate's name says before 率. */
const VERB = 2

/** What a rate counts under another name than its own. */
const COUNTED: Readonly<Record<string, string>> = {
  出席: '出席|实到|到会|参会',
  到会: '到会|实到|出席',
  参会: '参会|实到|出席|到会',
  出勤: '出勤|实到|到岗',
  到课: '到课|实到',
  回收: '回收|收回|返回',
  收回: '收回|回收',
  参考: '参考|实考|到考',
  参训: '参训|实到|到训',
  投票: '投票|参加投票|实投',
  检查: '检查|已检|实检',
}

/** 48件，其中建议30件、提案18件，办结: how the whole divides; what follows is of the whole again. */
const DIVIDED = /其中[^，,。；、]*\d[^，,。；、]*(?:、[^，,。；、]*\d[^，,。；、]*)+[，,]/g

/**
 * A rate that does not fit the counts of its sentence: 检查48个网站，合格47个，合格率为95%. The whole is the first count
 * of the sentence, the part the count that the rate's own word (or its opposite, 不合格) stands beside.
 */
export const rate: FigureCheck = ({ text }) => {
  return ratesIn(text).flatMap((match) => {
    const [words, verb = '', stated = ''] = match
    const from =
      Math.max(
        text.lastIndexOf('。', match.index),
        text.lastIndexOf('；', match.index),
        text.lastIndexOf('\n', match.index),
      ) + 1
    const sentence = text.slice(from, match.index).replace(DIVIDED, '')
    const counts = quantitiesIn(sentence)
    const [whole] = counts
    if (
      whole === undefined ||
      counts.some(({ unit }) => unit !== whole.unit) ||
      /其中|同比|上年|去年|分别/.test(sentence)
    )
      return []
    const parts = counts.slice(1).map(({ value, start, end }) => {
      const around = clauseAround(sentence, start, end)
      if (new RegExp(`不${verb}|未${verb}`).test(around)) return whole.value - value
      return new RegExp(COUNTED[verb] ?? verb).test(around) ? value : undefined
    })
    const named = [...new Set(parts.filter((part) => part !== undefined))]
    const [part] = named
    if (part === undefined || named.length > 1 || part > whole.value || part < 0) return []
    const decimals = stated.split('.')[1]?.length ?? 0
    const counted = (part / whole.value) * 100
    if (Math.abs(counted - Number(stated)) < 10 ** -decimals) return []
    const shown = `${part}÷${whole.value}=${round(counted, Math.max(decimals, 1))}%`
    return [
      { span: { start: match.index, end: match.index + words.length }, facts: { stated: `${stated}%`, sum: shown } },
    ]
  })
}

function ratesIn(text: string): RegExpExecArray[] {
  const rates: RegExpExecArray[] = []
  for (let at = text.indexOf('率', VERB); at >= 0; at = text.indexOf('率', at + 1)) {
    RATE.lastIndex = at - VERB
    const rate = RATE.exec(text)
    if (rate !== null) rates.push(rate)
  }
  return rates
}

function clauseAround(sentence: string, start: number, end: number): string {
  const before = /[^，,、；]*$/.exec(sentence.slice(0, start))?.[0] ?? ''
  const after = /^[^，,、；\d]*/.exec(sentence.slice(end))?.[0] ?? ''
  return before + after
}
