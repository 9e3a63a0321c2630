/**
 * What takes time: the stages of a check, the kinds of matchers, and rules that search by an expression of their own
 * (inside their kind's time). Hosts add their own stages, such as reading files.
 */
export type Task = string

/**
 * A host's stopwatch: does the work, and notes how long it took. Core has no clock; without a stopwatch nothing is
 * measured. A promise is timed until it settles.
 */
export type Timing = <Result>(task: Task, work: () => Result) => Result
