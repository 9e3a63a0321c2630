// The cold start: `kanwu check` of one page, from nothing to the exit code, in empty Nodes.
import { fileOf, KANWU, processorTimeOf } from '../harness/child.mjs'
import { resultOf } from '../harness/ratio.mjs'
import { formats } from '../text/formats.mjs'
import { drafts } from '../text/prose.mjs'

const ROUNDS = 15

/** Processor time of `kanwu check page` against that of `node -e 0`. */
export async function measure() {
  const [page] = drafts({ count: 1, characters: 800 }).map(formats.plain.write)
  const check = [KANWU, 'check', '--no-config', '--fail-on', 'never', fileOf('page.txt', page)]
  processorTimeOf(check)
  const rounds = Array.from({ length: ROUNDS }, () => ({
    empty: processorTimeOf(['-e', '0']),
    check: processorTimeOf(check),
  }))
  const least = (name) => Math.min(...rounds.map((round) => round[name])).toFixed(0)
  return [
    resultOf({
      name: `cold start on a page of ${page.length} characters: kanwu check ÷ node -e 0`,
      values: rounds.map((round) => round.check / round.empty),
      better: 'less',
      goal: { atMost: 1.5 },
      note: `least: ${least('check')} ms ÷ ${least('empty')} ms; of the least runs ${(least('check') / least('empty')).toFixed(2)}`,
    }),
  ]
}
