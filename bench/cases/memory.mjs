// Memory above an empty Node: the most that `kanwu check` held while it checked one draft.
import { fileOf, KANWU, peakMemoryOf } from '../harness/child.mjs'
import { resultOf } from '../harness/ratio.mjs'
import { formats } from '../text/formats.mjs'
import { drafts } from '../text/prose.mjs'

const ROUNDS = 5
const SIZES = [
  { characters: 800, goal: { atMost: 60 } },
  { characters: 35_000, goal: { atMost: 60 } },
  { characters: 350_000 },
]

/** Megabytes, not ratios: a difference of peaks in one run. */
export async function measure() {
  return SIZES.map(({ characters, goal }) => {
    const [draft] = drafts({ count: 1, characters }).map(formats.plain.write)
    const check = [KANWU, 'check', '--no-config', '--fail-on', 'never', fileOf('draft.txt', draft)]
    peakMemoryOf(check)
    const values = Array.from({ length: ROUNDS }, () => peakMemoryOf(check) - peakMemoryOf(['-e', '0']))
    const name = `peak memory above an empty Node, ${characters.toLocaleString('en')} characters`
    return resultOf({ name, values, better: 'less', unit: 'MB', goal })
  })
}
