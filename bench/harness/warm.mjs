import { processorTime } from './clock.mjs'

/** A measurement shorter than this says more about the clock and the last collection of garbage than about the work. */
const LEAST_MILLISECONDS = 150
/** A stretch of measurements whose least is compared with the least before: as many, and as long together. */
const STRETCH = { measurements: 3, milliseconds: 1000 }
/** The pace is steady when none of so many stretches in turn was faster than this share of what went before. */
const STEADY = { stretches: 3, share: 0.97 }
/** Processor milliseconds after which a subject is measured as it is. */
const MOST_MILLISECONDS = 30_000

/**
 * Runs the subject until it becomes no faster: V8 goes on optimising JavaScript for seconds, while native code is as
 * fast at once as ever, and what a batch or a long-running host waits for is the pace after that. Gives processor
 * milliseconds of one run: of the `first`, and of the fastest; and how many `repeats` make up a measurement.
 */
export async function warm(subject, spentBy = processorTime) {
  const first = await spentBy(subject)
  let [least, spent, steady] = [first, first, 0]
  while (steady < STEADY.stretches && spent < MOST_MILLISECONDS) {
    const stretch = await stretchOf({ subject, spentBy, repeats: repeatsFor(least) })
    steady = stretch.least < least * STEADY.share ? 0 : steady + 1
    least = Math.min(least, stretch.least)
    spent += stretch.spent
  }
  return { first, least, repeats: repeatsFor(least) }
}

function repeatsFor(milliseconds) {
  return Math.max(1, Math.ceil(LEAST_MILLISECONDS / Math.max(milliseconds, 0.001)))
}

async function stretchOf({ subject, spentBy, repeats }) {
  let [least, spent] = [Number.POSITIVE_INFINITY, 0]
  for (let count = 0; count < STRETCH.measurements || spent < STRETCH.milliseconds; count++) {
    const once = await spentBy(() => repeat(subject, repeats))
    least = Math.min(least, once / repeats)
    spent += once
  }
  return { least, spent }
}

/** Does the work so many times, one after the other. */
export async function repeat(work, times) {
  for (let time = 0; time < times; time++) await work()
}
