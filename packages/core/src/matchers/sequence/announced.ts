import { smallNumber } from '../../text/chinese-number.ts'
import { recall } from '../../text/recall.ts'
import type { SequenceCheck } from './fault.ts'

const ANNOUNCED =
  /(?:以下|下列|如下|下面)(?:几?)([二两三四五六七八九十]|\d)\s?(?:个|项|条|点|类|种|大)?(?:方面|问题|要求|措施|工作|任务|内容|意见|建议|事项|情形|条件|原则|步骤|环节)/g

/** 以下三个方面 followed, in its paragraph, by four: counted by 一是…二是 or （一）…（二）. */
export const announced: SequenceCheck = ({ segments }) =>
  segments
    .filter(({ scope }) => scope === 'prose')
    .flatMap((segment) =>
      recall(segment, ANNOUNCED, () =>
        [...segment.text.matchAll(ANNOUNCED)].flatMap((match) => {
          const promised = smallNumber(match[1] ?? '')
          const listed = countIn(segment.text.slice(match.index + match[0].length))
          if (promised === undefined || listed === undefined || listed === promised) return []
          const span = { start: match.index, end: match.index + match[0].length }
          return [{ segment, span, facts: { promised: String(promised), listed: String(listed) } }]
        }),
      ),
    )

/** How many items a list in the text has: the last number of the first series that runs from 1 without a gap. */
function countIn(text: string): number | undefined {
  const series = [
    /(?<=^|[。；;：:，,、\s])([一二三四五六七八九十]{1,2})(?:是|要)/g,
    /[（(]([一二三四五六七八九十]{1,2}|\d{1,2})[）)]/g,
    /(?<=[。；;：:\s])(\d{1,2})[.．](?!\d)/g,
  ]
  for (const pattern of series) {
    const values = [...text.matchAll(pattern)].map(([, numeral]) => smallNumber(numeral ?? ''))
    if (values[0] !== 1 || values.length < 2) continue
    const restart = values.indexOf(1, 1)
    const first = restart < 0 ? values : values.slice(0, restart)
    return first.every((value, index) => value === index + 1) ? first.length : undefined
  }
  return undefined
}
