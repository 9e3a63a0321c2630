import { type FigureCheck, NO_FAULT } from './fault.ts'
import { quantitiesIn, sumOf } from './quantities.ts'

/** One of these stands in every such sentence. */
const REST = /还有|尚有|剩余|剩下|其余|余下/
const DONE = '完成|办结|整改|化解|处置|处理|开工|竣工|建成|拆除|搬迁|签约|兑付|交付|销号|回复|答复|落实'

/** 共100件，已完成70件，还有20件未完成: a whole, what is done, and all that is left. */
const LEFT = new RegExp(
  `^[^。；\\n其]*?(?:已|已经|目前已)(?:${DONE})[^，,、；。\\d]{0,4}\\d[^，,、；。]{1,12}[，,、](?:还有|尚有|剩余|剩下|其余|余下)的?(?:\\d[^，,；。]{1,10}?)(?:未|没有|正在|尚未|仍未)`,
)

/** What is done and what is left do not come to the whole. Exactly three counts of one unit stand in the sentence. */
export const remaining: FigureCheck = (segment) => {
  const { text } = segment
  if (!REST.test(text)) return NO_FAULT
  return [...text.matchAll(/[^。；\n]+/g)].flatMap(({ 0: sentence, index }) => {
    const found = REST.test(sentence) ? LEFT.exec(sentence) : null
    if (found === null) return []
    const counts = quantitiesIn(found[0])
    const [whole, done, left] = counts
    if (counts.length !== 3 || whole === undefined || done === undefined || left === undefined) return []
    if (counts.some(({ unit, decimals }) => unit !== whole.unit || decimals > 0)) return []
    const sum = sumOf([done.value, left.value], 0)
    if (sum === whole.value) return []
    const span = { start: index + whole.start, end: index + left.end }
    const facts = { total: sentence.slice(whole.start, whole.end), sum: `${done.value}+${left.value}=${sum}` }
    return [{ span, facts }]
  })
}
