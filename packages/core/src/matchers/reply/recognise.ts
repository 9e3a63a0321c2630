import type { Document } from '../../types.ts'

const TITLE =
  /(?:申请)?(?:答复书|告知书|决定书|通知书|复函|答复函)$|政府信息公开(?:申请)?(?:的)?(?:答复|告知|回复)|(?:行政处罚|不予受理|行政许可|行政强制|行政征收)决定/
const LONGEST_TITLE = 60
const TITLE_SEGMENTS = 6

/** Whether a document answers an application or decides on a person: 答复书, 告知书, 决定书. */
export function isReply(document: Document): boolean {
  return document.segments.slice(0, TITLE_SEGMENTS).some(({ text }) => {
    const line = text.trim()
    return line.length <= LONGEST_TITLE && TITLE.test(line)
  })
}
