import { gatherAll } from '../../text/recall.ts'
import { hasAny, trait } from '../../text/traits.ts'
import type { Document, Segment, SegmentSpan } from '../../types.ts'
import { looksLikeGovCn } from './look-alike.ts'

/** A host that stands in running text or behind a mailbox's @, without being a link. */
export interface BareHost {
  readonly host: string
  readonly segment: Segment
  readonly span: SegmentSpan
}

const WORTH_READING = /g[o0]v|[q9][o0]v|go[wy]|gvo|ogv/i
const HOST = /(?<![\w./-])(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,10}(?![\w-]|\.\w)/gi
const FILES = /\.(?:pdf|docx?|xlsx?|pptx?|txt|html?|zip|rar|jpe?g|png|gif|md|csv|json|ya?ml|ts|js)$/i

/** Hosts in the text of segments that pretend to be gov.cn; those of links are judged with their links. */
export function bareLookAlikes(document: Document): BareHost[] {
  return gatherAll(document, bareLookAlikes, (segment) => {
    if (segment.scope === 'link' || !hasAny(segment, trait.latin) || !WORTH_READING.test(segment.text)) return []
    return [...segment.text.matchAll(HOST)].flatMap((found) => {
      const host = found[0].toLowerCase()
      if (FILES.test(host) || !looksLikeGovCn(host)) return []
      return [{ host, segment, span: { start: found.index, end: found.index + host.length } }]
    })
  })
}
