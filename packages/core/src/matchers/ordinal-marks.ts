import { hint } from '../text/hints.ts'
import { hasAnyHint, hasHint, hintSet } from '../text/traits.ts'
import type { MatcherKind, Segment } from '../types.ts'
import { type Fault, faultKind } from './punctuation/fault.ts'
import { BODY_SCOPES } from './punctuation/scopes.ts'

/** A mark behind an ordinal or a list that does not belong there, and what to write. */
interface OrdinalForm {
  readonly fault: string
  /** The hint (hints.ts) that every such mark meets. */
  readonly needs: number
  /** Cheap to look for, and part of every such mark. */
  readonly part: RegExp
  /** Global; the mark is the group `at`. */
  readonly sign: RegExp
  readonly right: string
}

const FORMS: readonly OrdinalForm[] = [
  // 第一、便于办理；其一、手续简便; not 第一、第二小组, 第三、四季度
  {
    fault: 'ordinal-comma',
    needs: hint.ordinalStop,
    part: /[第其][\d一二三四五六七八九十]{1,2}、/,
    sign: /(?:(?<=[。；：:;\n])|^)[\s\u3000]{0,4}(?:第(?:[一二三四五六七八九]|十[一二]?|\d{1,2})|其[一二三四五])(?<at>、)(?![第其一二三四五六七八九十\d])/dg,
    right: '，',
  },
  // （一）、健全制度; not 见附表（一）、（二）
  {
    fault: 'bracketed-ordinal-mark',
    needs: hint.bracketMark,
    part: /[）)][、，,.．:：]/,
    sign: /(?:(?<=[。；：:;\n])|^)[\s\u3000]{0,4}[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)](?<at>[、，,.．:：])(?![\d（(])/dg,
    right: '',
  },
  // 1、填写申请表; not 1、2号楼
  {
    fault: 'arabic-ordinal-comma',
    needs: hint.ordinalStop,
    part: /^[\s\u3000]{0,4}\d{1,2}、/,
    sign: /^[\s\u3000]{0,4}\d{1,2}(?<at>、)(?![\d第])/dg,
    right: '.',
  },
  // 一，总体要求; not 一，二，三
  {
    fault: 'han-ordinal-comma',
    needs: hint.numeralMark,
    part: /^[\s\u3000]{0,4}[一二三四五六七八九十]{1,3}[，,.．]/,
    sign: /^[\s\u3000]{0,4}(?:[一二三四五六七八九]|二?十[一二三四五六七八九]?)(?<at>[，,.．])\s?(?=[\u3400-\u9fff]{2})(?![一二三四五六七八九十是要])/dg,
    right: '、',
  },
  // 木雕、陶艺、剪纸、等内容; not 一级、等外品
  {
    fault: 'list-comma-etc',
    needs: hint.listEtc,
    part: /、等/,
    sign: /(?<=、[^、。；，]{1,12})(?<at>、)(?=等(?:[。，；、的等\d一二三四五六七八九十]|[\u3400-\u9fff]{2}|$))(?!等(?:[级效价额值式闲同待候到于你我他她因比次离边高距压量温宽长速分号]|外))/dg,
    right: '',
  },
]

const NEEDED = hintSet(FORMS.map(({ needs }) => needs))

/** Marks behind ordinals and behind the last item of a list (GB/T 15834-2011, appendix B). */
export const ordinalMarks: MatcherKind = faultKind({
  kind: 'ordinal-marks',
  faults: FORMS.map(({ fault }) => fault),
  concerns: (segment) => BODY_SCOPES.has(segment.scope) && hasAnyHint(segment, NEEDED),
  alone: ({ document: { segments } }) => segments.flatMap(faultsIn),
})

function faultsIn(segment: Segment): Fault[] {
  return FORMS.filter(({ needs, part }) => hasHint(segment, needs) && part.test(segment.text)).flatMap(
    ({ fault, sign, right }) =>
      [...segment.text.matchAll(sign)].flatMap(({ indices }) => {
        const [start, end] = indices?.groups?.['at'] ?? []
        if (start === undefined || end === undefined) return []
        return [
          { fault, segment, span: { start, end }, right: [right], facts: { mark: segment.text.slice(start, end) } },
        ]
      }),
  )
}
