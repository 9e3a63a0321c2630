import type { Severity } from '@kanwu/core'

/** What an editor's user may set for the server; everything about rules belongs in kanwu.config.yaml. */
export interface ServerSettings {
  /** Findings below it are not shown. */
  readonly severity: Severity
  readonly codeLens: boolean
  /** Editor language id → format name, beside those that are known. */
  readonly languages: Readonly<Record<string, string>>
}

const SEVERITIES: readonly unknown[] = ['error', 'warning', 'info']

/** Reads settings from whatever the editor sent; what is missing or wrong is as by default. */
export function readSettings(sent: unknown): ServerSettings {
  const given = isRecord(sent) ? sent : {}
  const languages = isRecord(given['languages']) ? given['languages'] : {}
  return {
    severity: SEVERITIES.includes(given['severity']) ? (given['severity'] as Severity) : 'warning',
    codeLens: given['codeLens'] === true,
    languages: Object.fromEntries(
      Object.entries(languages).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
  }
}

/** Whether it is an object whose keys may be asked for. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
