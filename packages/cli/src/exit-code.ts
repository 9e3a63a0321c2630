import type { FileReport, Severity } from '@kanwu/core'

/** The same for every format: nothing to stop for; findings at or above --fail-on; something could not be done. */
export const EXIT = { clean: 0, found: 1, failed: 2 } as const

/** Weights for comparing severities: the graver the greater. */
export const GRAVITY: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 }

/** The exit code for reports; a file that was not read outweighs what was found in others. */
export function exitCodeOf(reports: readonly FileReport[], failOn: Severity | 'never'): number {
  if (reports.some(({ problems }) => problems.some(({ effect }) => effect === 'unread'))) return EXIT.failed
  if (failOn === 'never') return EXIT.clean
  const grave = reports.some(({ findings }) => findings.some(({ severity }) => GRAVITY[severity] >= GRAVITY[failOn]))
  return grave ? EXIT.found : EXIT.clean
}
