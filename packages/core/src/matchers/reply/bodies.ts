import { placesOf } from './agency.ts'
import type { Remedy, Stretch } from './clause.ts'
import { type FaultTest, type ReplyFault, since } from './fault.ts'
import type { Reply } from './reply.ts'

/** 行政复议法 of 2023: governments decide for their departments, the superior department no longer. */
const GOVERNMENT_SINCE = '2024-01-01'

/** To whom the clause sends an application for reconsideration. */
export const bodyFaults: FaultTest = (reply) =>
  reply.remedies.flatMap((remedy) => {
    if (remedy.route !== 'reconsideration' || remedy.body === undefined || /法院/.test(remedy.body.text)) return []
    const fault = faultOf(remedy, remedy.body, reply)
    return fault === undefined ? [] : [fault]
  })

function faultOf(remedy: Remedy, body: Stretch, reply: Reply): ReplyFault | undefined {
  const names = body.text.split(/或者?|、|以及|及/).filter((name) => name !== '')
  const governments = names.filter((name) => /人民政府/.test(name))
  const superiors = names.filter((name) => isSuperior(name))
  const at = { segment: remedy.segment, span: body }
  const { agencyKind = 'unknown' } = reply
  if (names.some((name) => NO_AUTHORITY.test(name))) return { fault: 'body-no-authority', ...at }
  if (agencyKind === 'department' && names.every((name) => ITSELF.test(name))) return { fault: 'body-itself', ...at }
  if (agencyKind === 'justice' || agencyKind === 'other') return undefined
  if (agencyKind === 'vertical') return governments.length > 0 ? { fault: 'body-vertical', ...at } : undefined
  if (agencyKind === 'government' || agencyKind === 'province') return governmentFault(reply, governments, at)
  if (superiors.length > 0) {
    const receivesOnly = superiors.every((name) => /司法[局厅]|复议/.test(name))
    const severity = agencyKind === 'unknown' || receivesOnly ? 'warning' : 'error'
    const fault = governments.length > 0 ? 'body-choice' : 'body-superior'
    return since(GOVERNMENT_SINCE, reply, { fault, severity, ...at })
  }
  return levelFault(reply, governments, at)
}

/** 行政复议法 第四条: only governments and departments that the law names are reconsideration bodies. */
const NO_AUTHORITY = /人大常委会|人民代表大会|政协|政治协商|检察院|纪律检查|纪委|监察委员会|信访局|信访办/
const ITSELF = /^(?:本|我)(?:机关|局|厅|委|委员会|办|单位|部门)$/

interface Place {
  readonly segment: Remedy['segment']
  readonly span: Stretch
}

function isSuperior(name: string): boolean {
  return !/人民政府/.test(name) && /(?:上一?级.{0,8}(?:部门|机关)|主管部门|局|厅|委员会|委|部)$/.test(name)
}

function governmentFault(
  { agency = '', agencyKind }: Reply,
  governments: readonly string[],
  at: Place,
): ReplyFault | undefined {
  if (governments.length === 0 && /国务院/.test(at.span.text)) return { fault: 'body-state-council', ...at }
  if (agencyKind === 'province' || !governments.some((name) => name === agency || name === '本级人民政府'))
    return undefined
  return { fault: 'body-own', ...at }
}

/** 甲市乙区的部门 sends to 甲市人民政府 instead of 乙区人民政府. */
function levelFault(reply: Reply, governments: readonly string[], at: Place): ReplyFault | undefined {
  const own = placesOf(reply.agency ?? '')
  const [body] = governments
  const named = body === undefined ? [] : placesOf(body.trim())
  const last = own.at(-1)
  const target = named.at(-1)
  if (last === undefined || target === undefined || last === target) return undefined
  const isAbove = own.slice(0, -1).includes(target) || rankOf(target) < rankOf(last)
  if (!isAbove) return undefined
  return since(GOVERNMENT_SINCE, reply, { fault: 'body-level', ...at, facts: { place: last } })
}

/** Province 0, prefecture 1, county 2. A city's district and a county-level city cannot be told from names alone. */
function rankOf(place: string): number {
  if (/省$|自治区$/.test(place)) return 0
  return /[区县旗]$/.test(place) ? 2 : 1
}
