import type { Reporter } from './reporter.ts'

/** Every output format, one file each. */
export const reporters = {
  text: async (): Promise<Reporter> => (await import('./text.ts')).text,
  json: async (): Promise<Reporter> => (await import('./json.ts')).json,
} as const

/** The name of an output format. */
export type ReporterName = keyof typeof reporters

/** Their names, as the command line takes them. */
export const reporterNames: readonly ReporterName[] = Object.keys(reporters) as ReporterName[]
