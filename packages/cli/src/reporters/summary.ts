import type { CheckedFile } from './reporter.ts'

/** Counts over all files of a run. */
export interface Summary {
  readonly files: number
  readonly characters: number
  readonly error: number
  readonly warning: number
  readonly info: number
  readonly exempted: number
}

/** Counts files that were read, their UTF-16 units, and what was found in them. */
export function summarise(files: readonly CheckedFile[]): Summary {
  const findings = files.flatMap(({ report }) => report.findings)
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  return {
    files: files.filter(isRead).length,
    characters: files.reduce((sum, { report }) => sum + report.characters, 0),
    error: count('error'),
    warning: count('warning'),
    info: count('info'),
    exempted: files.reduce((sum, { report }) => sum + report.exempted.length, 0),
  }
}

/** Whether anything of the file was checked. */
export function isRead({ report }: CheckedFile): boolean {
  return report.problems.every(({ effect }) => effect !== 'unread')
}
