import { processorTime } from './clock.mjs'

/** A measurement shorter than this says more about the clock than about the work. */
const LEAST_MILLISECONDS = 40

/**
 * Runs the subjects in turn, round by round, so that whatever slows the machine down strikes all alike.
 * `subjects`: name → a function that does the work once. Gives name → processor milliseconds of one run, a round each.
 */
export async function interleave(subjects, rounds = 7) {
  const names = Object.keys(subjects)
  const repeats = {}
  for (const name of names) repeats[name] = await repeatsFor(subjects[name])
  const times = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const spent = await processorTime(() => repeat(subjects[name], repeats[name]))
      times[name].push(spent / repeats[name])
    }
  }
  return times
}

/** Warms the subject up, and finds how often it must run to be measured. */
async function repeatsFor(subject) {
  const cold = await processorTime(subject)
  if (cold > 4 * LEAST_MILLISECONDS) return 1
  await repeat(subject, 3)
  const warm = await processorTime(() => repeat(subject, 3))
  return Math.max(1, Math.ceil((3 * LEAST_MILLISECONDS) / Math.max(warm, 0.01)))
}

async function repeat(work, times) {
  for (let time = 0; time < times; time++) await work()
}
