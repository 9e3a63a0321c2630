import { isBlank } from '../../text/blank.ts'
import { hint } from '../../text/hints.ts'
import { hasHint } from '../../text/traits.ts'
import type { Document, Segment } from '../../types.ts'

/** What a paper does to the person it is addressed to. */
export type ReplyKind =
  | 'petition'
  | 'reconsideration'
  | 'disclosure'
  | 'penalty'
  | 'coercion'
  | 'refusal'
  | 'procedural'
  | 'other'

/** A paper that answers an application or decides on a person. */
export interface ReplyTitle {
  readonly kind: ReplyKind
  readonly segment: Segment
}

const TITLE =
  /(?:答复书|告知书|决定书|通知书|答复函|告知函)(?:[（(].{1,14}[）)])?$|信访.{0,16}(?:处理|复查|复核|答复)意见书?$|政府信息公开(?:申请)?的?(?:答复|告知|回复|复函)$/
/** Papers of courts, arbitrators and notaries, and of state compensation, have remedies of their own. */
const OTHER_LAW = /法院|检察院|仲裁|公证|赔偿|中标|录取|录用|入伍/
const NOT_A_TITLE = /^[（(]?[\d一二三四五六七八九十]+[）).、．]|^附件|[：:。，；]|示范|范本|模板|格式|样式|参考|的通知$/
const KINDS: readonly (readonly [ReplyKind, RegExp])[] = [
  ['petition', /信访(?!.*信息公开)/],
  ['reconsideration', /复议/],
  ['procedural', /补正|延期|延长|收费|征求|回执|事先|听证|陈述|受理通知|送达|缴款|催告|责令限期改正通知/],
  ['disclosure', /政府信息|信息公开|依申请公开/],
  ['penalty', /处罚决定/],
  ['coercion', /强制|查封|扣押|冻结|征收决定|责令/],
  ['refusal', /不予(?:受理|行政许可|许可|批准|登记|认定|变更|延续)|驳回|撤销/],
]
const LONGEST_TITLE = 60
const TITLE_SEGMENTS = 15

/** The title of a reply or decision among the first lines of a document; nothing when it is another kind of text. */
export function replyTitle(document: Document): ReplyTitle | undefined {
  const { segments } = document
  for (let index = 0; index < segments.length && index < TITLE_SEGMENTS; index++) {
    const segment = segments[index]!
    if (!isShort(segment.text)) continue
    // Blanks may stand inside the words that are looked for.
    if (!hasHint(segment, hint.replyTitle) && !/\s/.test(segment.text)) continue
    const line = segment.text.replace(/\s/g, '')
    if (NOT_A_TITLE.test(line) || !TITLE.test(line)) continue
    if (OTHER_LAW.test(line) || OTHER_LAW.test(segments[segment.index - 1]?.text ?? '')) return undefined
    const kind = KINDS.find(([, words]) => words.test(line))?.[0] ?? 'other'
    return { kind, segment }
  }
  return undefined
}

/** Whether a text has no more characters than a title, blanks apart. */
function isShort(text: string): boolean {
  if (text.length <= LONGEST_TITLE) return true
  let length = 0
  for (let at = 0; at < text.length && length <= LONGEST_TITLE; at++) if (!isBlank(text.charCodeAt(at))) length++
  return length <= LONGEST_TITLE
}

/** Whether a document answers an application or decides on a person: 答复书, 告知书, 决定书. */
export function isReply(document: Document): boolean {
  return replyTitle(document) !== undefined
}
