import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../support/shared.ts'

interface Warming {
  warm(
    subject: () => unknown,
    spentBy: (work: () => Promise<void>) => Promise<number>,
  ): Promise<{ readonly first: number; readonly least: number; readonly repeats: number }>
}

const { warm }: Warming = await import(join(ROOT, 'bench/harness/warm.mjs'))

/** Warms a subject whose runs take these milliseconds by their number, from 0; `runs` is how often it was run. */
async function warmed(costOf: (run: number) => number) {
  let [runs, clock] = [0, 0]
  const subject = () => {
    clock += costOf(runs++)
  }
  const spentBy = async (work: () => unknown) => {
    const before = clock
    await work()
    return clock - before
  }
  return { ...(await warm(subject, spentBy)), runs, spent: clock }
}

test('what is fast from the beginning is run for three stretches', async () => {
  const { first, least, repeats, spent } = await warmed(() => 100)
  expect({ first, least, repeats }).toEqual({ first: 100, least: 100, repeats: 2 })
  expect(spent).toBeLessThanOrEqual(5000)
})

test('what becomes faster is run until it does no more', async () => {
  const { first, least, runs } = await warmed((run) => Math.max(60, 900 * 0.9 ** run))
  expect(first).toBe(900)
  expect(least).toBe(60)
  expect(runs).toBeGreaterThan(26)
})

test('short work is repeated until it can be measured', async () => {
  const { repeats } = await warmed(() => 0.5)
  expect(repeats).toBe(300)
})

test('what never becomes steady is left off', async () => {
  const { spent } = await warmed((run) => 40_000 / (run + 10))
  expect(spent).toBeGreaterThan(30_000)
  expect(spent).toBeLessThan(35_000)
})
