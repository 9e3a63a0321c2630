import { hint } from '../../text/hints.ts'
import { hasHint } from '../../text/traits.ts'
import { type FigureCheck, type FigureFault, NO_FAULT } from './fault.ts'

const UNIT = '人次|批次|家次|件次|户次|[件条家个人户篇份项处起宗例名所座台辆亩批张封头只栋]'
/** 抽检120批次，合格114批次，不合格6批次: a count, what is so, and what is not so. */
const HALVES = new RegExp(
  `(?<![\\d.,，])(?<whole>\\d{1,7})\\s?(?<unit>${UNIT})(?:[\\u3400-\\u9fff]{0,6})[，,](?:其中)?[，,：:]?(?:已|经检[测验])?(?<word>[\\u3400-\\u9fff]{1,4}?)(?:的|率)?(?:有|为)?(?<yes>\\d{1,7})\\s?\\k<unit>[，,、](?:[不未]\\k<word>|尚未\\k<word>|没有\\k<word>)(?:的)?(?:有|为)?(?<no>\\d{1,7})\\s?\\k<unit>(?<rest>[^。；\\n]{0,30})`,
  'g',
)
/** Words of which one is said of whatever the other is not said of. */
const PAIRS = '男性女性|男生女生|男女|线上线下|城镇农村|公办民办|持证无证|有证无证'
  .split('|')
  .map((pair): [string, string] => [pair.slice(0, pair.length / 2), pair.slice(pair.length / 2)])
const PAIRED = PAIRS.map(
  ([one, other]) =>
    new RegExp(
      `(?<![\\d.,，])(?<whole>\\d{1,7})\\s?(?<unit>${UNIT})[，,](?:其中)?[：:，,]?${one}[\\u3400-\\u9fff]{0,3}?(?<yes>\\d{1,7})\\s?\\k<unit>[，,、]${other}[\\u3400-\\u9fff]{0,3}?(?<no>\\d{1,7})\\s?\\k<unit>(?<rest>[^。；\\n]{0,30})`,
      'g',
    ),
)
/** 应到86人，实到80人，缺席6人 */
const DUE =
  /应到[\u3400-\u9fff]{0,4}?(?<whole>\d{1,5})\s?(?<unit>[人名])[，,、]实到[\u3400-\u9fff]{0,4}?(?<yes>\d{1,5})\s?[人名][，,、](?:缺席|缺勤)(?<no>\d{1,5})\s?[人名](?<rest>[^。；\n]{0,30})/g
const HINT = /[，,、](?:[不未]|尚未|没有)[\u3400-\u9fff]{1,4}(?:的)?(?:有|为)?\d/
const PAIR_HINT = /[男线城公证][\u3400-\u9fff]{0,4}\d+\s?[\u3400-\u9fff]{1,2}[，,、][女线农民无]/
/** Something else is counted as well: 弃权, 另有, 待检. */
const MORE = /\d|另|还|其余|待/

/** What is so and what is not so do not come to the whole: 抽检120批次，合格114批次，不合格8批次. */
export const opposites: FigureCheck = (segment) => {
  const { text } = segment
  const isNegated = hasHint(segment, hint.negated) && HINT.test(text)
  const isHalved = hasHint(segment, hint.halves) && PAIR_HINT.test(text)
  const isDue = hasHint(segment, hint.due) && text.includes('应到')
  if (!isNegated && !isHalved && !isDue) return NO_FAULT
  return [
    ...(isNegated ? faultsBy(text, HALVES) : []),
    ...(isDue ? faultsBy(text, DUE) : []),
    ...(isHalved ? PAIRED.flatMap((pattern) => faultsBy(text, pattern)) : []),
  ]
}

function faultsBy(text: string, pattern: RegExp): FigureFault[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const { whole = '', yes = '', no = '', rest = '' } = match.groups ?? {}
    const sum = Number(yes) + Number(no)
    if (sum === Number(whole) || Math.max(Number(yes), Number(no)) > Number(whole)) return []
    // With 其中 the list of parts is another check's; a smaller sum may leave something out.
    if (match[0].includes('其中') || (sum < Number(whole) && MORE.test(rest))) return []
    const span = { start: match.index, end: match.index + match[0].length - rest.length }
    const total = `${whole}${match.groups?.['unit'] ?? ''}`
    return [{ span, facts: { total, sum: `${yes}+${no}=${sum}` } }]
  })
}
