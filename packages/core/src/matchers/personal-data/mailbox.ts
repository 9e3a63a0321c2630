import { maskMailbox } from '../../privacy/masking.ts'
import type { Detector, Page, Sighting } from './page.ts'

const NAME = /[A-Za-z0-9._%+-]/
const HOST = /^[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}/
const LONGEST_NAME = 64

/** Mailboxes at the public hosts given (`qq.com`): private, whoever reads the mail. */
export function mailboxDetector(hosts: readonly string[]): Detector {
  const isPublic = (host: string): boolean => hosts.some((known) => host === known || host.endsWith(`.${known}`))
  return (page) => {
    const sightings: Sighting[] = []
    for (let at = page.ascii.indexOf('@'); at >= 0; at = page.ascii.indexOf('@', at + 1)) {
      const host = HOST.exec(page.ascii.slice(at + 1, at + 256))?.[0].toLowerCase()
      if (host === undefined || !isPublic(host)) continue
      const span = { start: startOfName(page, at), end: at + 1 + host.length }
      if (span.start === at) continue
      const address = page.ascii.slice(span.start, span.end)
      if (page.segment.scope === 'link' && page.whole.linkTexts.has(address.toLowerCase())) continue
      const severity = page.whole.isReply ? 'error' : 'warning'
      sightings.push({
        data: 'private-mailbox',
        span,
        masked: maskMailbox(address),
        severity,
      })
    }
    return sightings
  }
}

function startOfName({ ascii }: Page, at: number): number {
  let start = at
  while (start > 0 && at - start < LONGEST_NAME && NAME.test(ascii[start - 1]!)) start--
  return start
}
