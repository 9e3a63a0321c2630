import type { Timing } from '@kanwu/core'

/** What was spent on one task. */
export interface Spent {
  readonly milliseconds: number
  readonly times: number
}

/** Adds up how long each task takes, by the clock on the wall. A task within a task counts for both. */
export class Stopwatch {
  readonly #spent = new Map<string, Spent>()

  constructor() {
    // What passed before anything could be timed: Node's own start and the loading of the program.
    this.#add('start', performance.now())
  }

  /** In the order in which the tasks were first done. */
  get spent(): ReadonlyMap<string, Spent> {
    return this.#spent
  }

  /** Milliseconds since the process began. */
  get total(): number {
    return performance.now()
  }

  readonly timing: Timing = (task, work) => {
    const from = performance.now()
    const note = () => this.#add(task, performance.now() - from)
    let result: ReturnType<typeof work>
    try {
      result = work()
    } catch (error) {
      note()
      throw error
    }
    if (result instanceof Promise) void result.then(note, note)
    else note()
    return result
  }

  #add(task: string, milliseconds: number): void {
    const { milliseconds: before, times } = this.#spent.get(task) ?? { milliseconds: 0, times: 0 }
    this.#spent.set(task, { milliseconds: before + milliseconds, times: times + 1 })
  }
}
