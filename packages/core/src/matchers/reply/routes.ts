import type { Remedy } from './clause.ts'
import { type FaultTest, type ReplyFault, since } from './fault.ts'
import type { Reply } from './reply.ts'
import type { SpecialRemedy } from './special.ts'

/** 行政复议法 of 2023 takes effect: refusals of information go to reconsideration first. */
const RECONSIDERATION_FIRST_SINCE = '2024-01-01'

/** Which way comes first, whether one is missing, and whether court and government have changed places. */
export function routeFaults(special: readonly SpecialRemedy[]): FaultTest {
  return (reply) => [
    ...crossedRoutes(reply),
    ...atTheSameTime(reply),
    ...disclosureOrder(reply),
    ...earlyOrder(reply),
    ...onTheSpotOrder(reply),
    ...specialOrder(reply, special),
    ...missingRoutes(reply),
  ]
}

function crossedRoutes({ remedies }: Reply): ReplyFault[] {
  return remedies.flatMap(({ route, segment, words, body }) => {
    if (body === undefined) return []
    const court = /法院/.test(body.text)
    if (court === (route === 'suit')) return []
    return [{ fault: 'routes-crossed', segment, span: { start: body.start, end: words.end } }]
  })
}

function atTheSameTime({ remedies }: Reply): ReplyFault[] {
  const segments = new Set(remedies.map(({ segment }) => segment))
  return [...segments].flatMap((segment) => {
    const found = /同时(?:依法)?(?:申请|提起|提出|向).{0,20}?(?:复议|诉讼)(?:和|并|及|、|与).{0,20}?(?:复议|诉讼)/.exec(
      segment.text,
    )
    if (found === null) return []
    return [{ fault: 'routes-crossed', segment, span: { start: found.index, end: found.index + found[0].length } }]
  })
}

function directSuits({ remedies }: Reply): Remedy[] {
  return remedies.filter(({ route, after }) => route === 'suit' && !after)
}

function disclosureOrder(reply: Reply): ReplyFault[] {
  if (reply.kind !== 'disclosure' || reply.outcome === 'disclosed') return []
  const fault = reply.outcome === 'refused' ? 'reconsideration-first' : 'reconsideration-first-contested'
  return directSuits(reply).map(({ segment, words }) =>
    since(RECONSIDERATION_FIRST_SINCE, reply, {
      fault,
      segment,
      span: words,
      facts: { outcome: OUTCOME_NAMES[reply.outcome] },
    }),
  )
}

/** Before 2024 a refusal could be taken to court at once: 应当先申请复议 took a way from the applicant. */
function earlyOrder(reply: Reply): ReplyFault[] {
  if (reply.kind !== 'disclosure' || reply.outcome !== 'refused' || directSuits(reply).length > 0) return []
  if (reply.day === 'unknown' || reply.day >= RECONSIDERATION_FIRST_SINCE) return []
  return reply.remedies.flatMap(({ route, segment, words }) => {
    const before = segment.text.slice(Math.max(0, words.start - 80), words.start)
    if (route !== 'reconsideration' || !FIRST.test(before.slice(before.search(/[^。；;]*$/)))) return []
    return [{ fault: 'reconsideration-first-early', segment, span: words }]
  })
}

const FIRST = /(?:应当?|必须|须|需).{0,40}先|(?:应当|必须)先/
const ON_THE_SPOT =
  /(?<!不)(?:适用|按照|依照|依据)简易程序(?!以外)|当场(?:作出|给予|予以|处以)[^。；;]{0,12}(?:处罚|罚款|警告)/

/** 当场作出的行政处罚 (简易程序) go to reconsideration first as well. */
function onTheSpotOrder(reply: Reply): ReplyFault[] {
  if (!/处罚/.test(reply.title.text)) return []
  if (!/当场|简易程序/.test(reply.title.text) && !(reply.kind === 'penalty' && ON_THE_SPOT.test(reply.text))) return []
  return directSuits(reply).map(({ segment, words }) =>
    since(RECONSIDERATION_FIRST_SINCE, reply, { fault: 'on-the-spot-first', segment, span: words }),
  )
}

const OUTCOME_NAMES: Readonly<Record<Reply['outcome'], string>> = {
  refused: '不予公开',
  partial: '部分公开',
  absent: '信息不存在或者不由本机关负责公开',
  unhandled: '不予处理',
  disclosed: '予以公开',
  unclear: '答复类型不明',
}

function specialOrder(reply: Reply, special: readonly SpecialRemedy[]): ReplyFault[] {
  const [own] = special.filter(
    ({ law, acts, route }) =>
      route !== 'suit' && reply.text.includes(law) && acts.some((act) => reply.text.includes(act)),
  )
  if (own === undefined) return []
  const fault = own.route === 'final' ? 'special-final' : 'special-order'
  return directSuits(reply).map(({ segment, words }) => ({
    fault,
    segment,
    span: words,
    facts: { law: own.law, article: own.article },
  }))
}

/** Papers that must tell how to seek remedy; procedural ones need not. */
const OBLIGED = new Set(['disclosure', 'penalty', 'coercion', 'refusal'])

function missingRoutes(reply: Reply): ReplyFault[] {
  if (!OBLIGED.has(reply.kind) || !isComplete(reply)) return []
  const routes = new Set(reply.remedies.map(({ route }) => route))
  const span = { start: 0, end: reply.title.text.length }
  const at = { segment: reply.title, span }
  if (routes.size === 0) {
    const mentioned = /复议|诉讼|起诉/.test(reply.text)
    return [{ fault: 'remedy-missing', ...at, ...(mentioned ? { severity: 'warning' as const } : {}) }]
  }
  if (routes.size === 2 || reply.kind === 'disclosure') return []
  const missing = routes.has('suit') ? '行政复议' : '行政诉讼'
  return [{ fault: 'route-missing', ...at, facts: { missing } }]
}

/** A title quoted alone, or the beginning of a paper, is not asked for its end. */
function isComplete({ signed, text, segments }: Reply): boolean {
  return signed && segments.length >= 4 && text.length >= 80
}
