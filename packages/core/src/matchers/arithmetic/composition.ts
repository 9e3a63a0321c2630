import { hint } from '../../text/hints.ts'
import { hasAny, hasHint, trait } from '../../text/traits.ts'
import { type FigureCheck, type FigureFault, NO_FAULT } from './fault.ts'
import { round } from './quantities.ts'

const SHARE =
  /(?<=^|[，,、；;。：:和])\s?(?<label>[^，,、；;。：:（）()\d%％]{1,14}?)(?:所占比重|所占比例|占比|占股|持股|占)(?:为|达到|达)?\s?(?<share>\d{1,3}(?:\.\d{1,2})?)[%％]/g

/** What the parts of one whole are called alike: 第二产业, 二类, 工业用水. Of people and firms one may be of several kinds. */
const DIVISION = /^(?:第?[一二三](?:次)?产业?|.{0,8}(?:类|级|型|档|等次|用水|用地|用电量?))$/
/** Words of which no two are said of the same one. */
const ANSWERS: readonly ReadonlySet<string>[] = [
  new Set(['同意', '赞成', '反对', '不同意', '弃权']),
  new Set(['优秀', '良好', '合格', '基本合格', '不合格', '一般', '较差']),
  new Set(['男', '女', '男生', '女生', '男性', '女性']),
  new Set(['城镇', '农村', '城镇人口', '农村人口', '乡村人口']),
  new Set(['非常满意', '满意', '比较满意', '基本满意', '不满意', '不太满意', '一般']),
]
const STRUCTURE = /(?:产业|三产)[^。；\d]{0,8}(?:结构|比例|比重|占比|之比|比)[^。；]{0,60}/g
const RATIO =
  /(?<![\d.:：∶])(?<first>\d{1,2}(?:\.\d{1,2})?)\s?[:：∶]\s?(?<second>\d{1,2}(?:\.\d{1,2})?)\s?[:：∶]\s?(?<third>\d{1,2}(?:\.\d{1,2})?)(?![\d.:：∶])/g

/** Shares of one whole that come to more than all of it; the shares of the three sectors that do not come to 100. */
export const composition: FigureCheck = (segment) => {
  const { text } = segment
  const isShared = hasAny(segment, trait.percent) && hasAny(segment, trait.share) && TWO_SHARES.test(text)
  const isStructure = hasHint(segment, hint.sector) && hasAny(segment, trait.colon)
  if (!isShared && !isStructure) return NO_FAULT
  return [...(isShared ? sharesOver(text) : []), ...(isStructure ? structures(text) : [])]
}

const TWO_SHARES = /[占股][^%％]*[%％][^占股]*[占股][^%％]*[%％]/

function sharesOver(text: string): FigureFault[] {
  return [...text.matchAll(/[^。；\n]+/g)].flatMap(({ 0: sentence, index }) => {
    if (!TWO_SHARES.test(sentence)) return []
    const found = [...withoutBrackets(sentence).matchAll(SHARE)]
    const labels = found.map(({ groups }) =>
      (groups?.['label'] ?? '').replace(/^其中|^.*(?:表示|认为|感到|评价为)|的$/g, ''),
    )
    if (found.length < 2 || new Set(labels).size < labels.length || !isDivision(labels, sentence)) return []
    const shares = found.map(({ groups }) => groups?.['share'] ?? '')
    const sum = sumOf(shares)
    if (sum <= 100 + slackOf(shares)) return []
    const [first, last] = [found[0]!, found.at(-1)!]
    const span = { start: index + first.index, end: index + last.index + last[0].length }
    return [{ span, facts: { sum: `${shares.map((share) => `${share}%`).join('+')}=${sum}%` } }]
  })
}

/** Blanked out, so that offsets stay: 第二产业占45%（工业占40%）. */
function withoutBrackets(sentence: string): string {
  return sentence.replace(/[（(][^（）()]*[）)]/g, (inside) => ' '.repeat(inside.length))
}

function isDivision(labels: readonly string[], sentence: string): boolean {
  if (/多选|重复计算|交叉/.test(sentence)) return false
  if (/占股|持股/.test(sentence) || /(?:[二两三四五六]项|[二两三四五六]者|以上|上述)合计为?(?!占)/.test(sentence))
    return true
  const tail = labels[0]?.slice(-1)
  if (labels.every((label) => DIVISION.test(label) && label.endsWith(tail ?? ''))) return true
  return ANSWERS.some((answers) => labels.every((label) => answers.has(label)))
}

function structures(text: string): FigureFault[] {
  return [...text.matchAll(STRUCTURE)].flatMap(({ 0: said, index }) =>
    [...said.matchAll(RATIO)].flatMap((match) => {
      const shares = ['first', 'second', 'third'].map((name) => match.groups?.[name] ?? '')
      const sum = sumOf(shares)
      // 1∶2∶3 is a ratio of another kind.
      if (Math.abs(sum - 100) <= slackOf(shares) || Math.abs(sum - 100) > 15) return []
      const start = index + match.index
      return [{ span: { start, end: start + match[0].length }, facts: { sum: `${shares.join('+')}=${sum}` } }]
    }),
  )
}

function sumOf(shares: readonly string[]): number {
  return round(
    shares.reduce((sum, share) => sum + Number(share), 0),
    2,
  )
}

/** Half a unit of its own last figure for each share, as rounding may add. */
function slackOf(shares: readonly string[]): number {
  return round(
    shares.reduce((slack, share) => slack + 0.5 * 10 ** -(share.split('.')[1]?.length ?? 0), 0),
    3,
  )
}
