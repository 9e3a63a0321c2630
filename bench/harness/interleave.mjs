import { processorTime } from './clock.mjs'
import { repeat, warm } from './warm.mjs'

/**
 * Warms the subjects up, each until its pace is steady, and then runs them in turn, round by round, so that whatever
 * slows the machine down strikes all alike. `subjects`: name → a function that does the work once. Gives name →
 * processor milliseconds of one run, a round each, and of the `first` run of all, in code that was never run before.
 */
export async function interleave(subjects, rounds = 7) {
  const warmed = {}
  for (const [name, subject] of Object.entries(subjects)) warmed[name] = await warm(subject)
  const times = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const [name, subject] of Object.entries(subjects)) {
      const { repeats } = warmed[name]
      times[name].push((await processorTime(() => repeat(subject, repeats))) / repeats)
    }
  }
  const first = Object.fromEntries(Object.entries(warmed).map(([name, one]) => [name, one.first]))
  return { times, first }
}
