import process from 'node:process'

/** Milliseconds that the work keeps the processor busy: the clock would count what else the machine does. */
export function processorTime(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The same in the quietest of three runs: whatever gets in the way only ever adds. */
export function leastTime(work: () => unknown): number {
  return Math.min(...Array.from({ length: 3 }, () => processorTime(work)))
}
