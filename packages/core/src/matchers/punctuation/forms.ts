import { hint } from '../../text/hints.ts'
import { hasAny, hasHint, trait } from '../../text/traits.ts'
import type { Document, Segment } from '../../types.ts'
import type { Fault } from './fault.ts'
import { BODY_SCOPES } from './scopes.ts'

/** A sign that is written in another form than the standard's, or where the standard wants none. */
interface FormFault {
  readonly fault: string
  /** One of these stands in each sign; looked for first, for that is much quicker. */
  readonly parts: readonly string[]
  readonly sign: RegExp
  right(found: string): string
}

const FORMS: readonly FormFault[] = [
  // 开放日--记一次参观, and -- at the head of a paragraph
  {
    fault: 'dash-form',
    parts: ['--', '－－', '──', '––'],
    sign: /(?<=^|[\u3400-\u9fff”’》）])(?:-{2,4}|－{2}|─{2}|–{2})(?=[\u3400-\u9fff“‘《（])/g,
    right: () => '——',
  },
  // 这件事。。。我们
  {
    fault: 'ellipsis-form',
    parts: ['。。。', '...', '．．．', '、、、'],
    sign: /(?<=[\u3400-\u9fff，、”’》）])(?:。{3,12}(?=\s*$|[\u3400-\u9fff，！？；“‘《（”’」])|(?:\.{3,12}|．{3,12}|、{3,12})(?=[\u3400-\u9fff，。！？；“‘《（”’」]))/g,
    right: () => '……',
  },
  // 这件事…我们
  {
    fault: 'ellipsis-short',
    parts: ['…'],
    sign: /(?<=[\u3400-\u9fff，、”’》）])…(?=[\u3400-\u9fff，。！？；“‘《（])/g,
    right: () => '……',
  },
  // 《甲》、《乙》
  { fault: 'list-comma', parts: ['》、', '”、'], sign: /(?<=[》”])、(?=[《“])/g, right: () => '' },
  // 甲、乙、以及丙
  { fault: 'list-comma-and', parts: ['、以及'], sign: /、(?=以及(?!其))/g, right: () => '，' },
  // 97．9%
  {
    fault: 'full-width-point',
    parts: ['．'],
    sign: /(?<=(?<![\d．])\d{1,6})．(?=\d{1,4}(?![\d．]))/g,
    right: () => '.',
  },
  // 引文。”。
  { fault: 'stop-after-quote', parts: ['”。', '’。'], sign: /(?<=。[”’])。/g, right: () => '' },
  // ２０２４年
  {
    fault: 'full-width-digit',
    parts: [...'０１２３４５６７８９'],
    sign: /[０-９]{1,12}(?:．[０-９]{1,6})?[％]?/g,
    right: halfWidth,
  },
]

/** Each place of a document where a sign has the wrong form. */
export function formFaults({ segments }: Document): Fault[] {
  return segments
    .filter((segment) => BODY_SCOPES.has(segment.scope) && mayHaveSign(segment))
    .flatMap((segment) =>
      FORMS.filter(({ parts }) => parts.some((part) => segment.text.includes(part))).flatMap(({ fault, sign, right }) =>
        [...segment.text.matchAll(sign)].map(({ index, 0: sign }) => {
          const span = { start: index, end: index + sign.length }
          return { fault, segment, span, right: [right(sign)], facts: { sign } }
        }),
      ),
    )
}

/** Whether a segment may have one of the signs. */
export function mayHaveSign(segment: Segment): boolean {
  return hasHint(segment, hint.oddForm) || hasAny(segment, trait.stroke | trait.wideDigit)
}

function halfWidth(digits: string): string {
  return digits.replace(/[０-９．％]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}
