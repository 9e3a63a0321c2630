import { closingUnit } from '../../text/blank.ts'
import { gather } from '../../text/recall.ts'
import type { Document, Segment } from '../../types.ts'
import type { Fault } from './fault.ts'

/** A sentence ended before, and another one runs up to the end of the paragraph without a mark. */
const UNENDED = /。(?<last>[\u3400-\u9fff“《][^。！？；]{13,200}[\u3400-\u9fff])\s*$/
const LONGEST = 220
/** What stands behind a text without belonging to it: 记者, 图为, 联系电话 …; and what is a line of verse or a name. */
const BESIDE =
  /^[（(]?(?:记者|通讯员|作者|编辑|责编|审核|来源|供稿|摄影|图为?|附|注|联系|电话|地址|网址|时间|地点|咨询|关注|点击|扫码|阅读|更多|详见|转载|文[/：]|撰文|出品)|[：:]|(?:编辑|摄|报道|供稿|编者|作者|[记作编]者?)[\u3400-\u9fff]{0,6}$/
const ENDED = /[。！？；：…”）]\s*$/

/** A paragraph between two whole ones whose last sentence bears no mark at its end. */
export function unendedFaults(document: Document): Fault[] {
  const { segments } = document
  return gather(document, unendedFaults, lastSentence).flatMap(({ segment }): Fault[] => {
    const neighbours = [segments[segment.index - 1], segments[segment.index + 1]]
    if (!neighbours.every((one) => one !== undefined && isWhole(one))) return []
    const end = segment.text.trimEnd().length
    return [
      {
        fault: 'paragraph-unended',
        segment,
        span: { start: end - 1, end },
        right: [`${segment.text.charAt(end - 1)}。`],
      },
    ]
  })
}

function lastSentence({ scope, marker, text }: Segment): string | undefined {
  if (scope !== 'prose' || marker !== undefined) return undefined
  const end = closingUnit(text)
  if (!(end >= 0x3400 && end <= 0x9fff)) return undefined
  const last = UNENDED.exec(text.slice(-LONGEST))?.groups?.['last']
  return last === undefined || BESIDE.test(last) ? undefined : last
}

/** A paragraph of sentences with a mark at its end. */
function isWhole({ scope, text }: Segment): boolean {
  return scope === 'prose' && text.length > 20 && text.includes('，') && ENDED.test(text)
}
