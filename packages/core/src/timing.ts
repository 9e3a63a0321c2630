import type { Matcher, Timing } from './types.ts'

/** No stopwatch: the work and nothing else. */
export const untimed: Timing = (_, work) => work()

/** The matchers as they are without a stopwatch; with one, each search is timed under its kind. */
export function timedMatchers(matchers: readonly Matcher[], timing: Timing | undefined): readonly Matcher[] {
  if (timing === undefined) return matchers
  return matchers.map((matcher) => ({
    ...matcher,
    find: (reading, segments) => timing(`match ${matcher.kind}`, () => matcher.find(reading, segments)),
  }))
}
