import { hint } from '../../text/hints.ts'
import { hasHint } from '../../text/traits.ts'
import type { Document } from '../../types.ts'
import type { Fault } from './fault.ts'
import { BODY_SCOPES } from './scopes.ts'

/** Exactly two points side by side; three and more are a makeshift ellipsis or emphasis. */
const RUN = /(?<![，。、；：！？…])[，。、；：！？]{2}(?![，。、；：！？…])/g

/** What may stand together: 4.2.3 and 4.3.3 of GB/T 15834 let ？ and ！ do so. */
const ALLOWED = /^[！？]{2}$/

/** Two points side by side: the same one twice, or two that contradict each other. */
export function runFaults({ segments }: Document): Fault[] {
  return segments
    .filter((segment) => BODY_SCOPES.has(segment.scope) && hasHint(segment, hint.pointRun))
    .flatMap((segment) =>
      [...segment.text.matchAll(RUN)].flatMap(({ index, 0: run }): Fault[] => {
        if (ALLOWED.test(run)) return []
        const isDoubled = run.charAt(0) === run.charAt(1)
        const span = { start: index, end: index + (isDoubled ? 1 : 2) }
        if (isDoubled) return [{ fault: 'doubled-mark', segment, span, right: [''] }]
        return [{ fault: 'adjacent-marks', segment, span, facts: { run } }]
      }),
    )
}
