/** Set by the launcher of bundled programs, which asks when the run ends; unset elsewhere. */
declare const KANWU_START: StartedRun | undefined

/** What the launcher wants to know of a run, to decide whether its code is worth keeping compiled. */
export interface StartedRun {
  /** False when the run did what the next ones need not, such as making the rulebook's snapshot. */
  lean: boolean
  /** Whether it checked a draft: most runs do, and a run that does not leaves most of the code untouched. */
  checked: boolean
}

/** This run. */
export const thisRun: StartedRun = typeof KANWU_START === 'undefined' ? { lean: true, checked: false } : KANWU_START
