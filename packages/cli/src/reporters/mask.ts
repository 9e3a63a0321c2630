import type { FileReport } from '@kanwu/core'

/** A text of the same length in which every personal stretch a report knows of is masked, for showing lines of it. */
export function maskText(text: string, report: FileReport): string {
  const stretches = [...report.findings, ...report.exempted.map(({ finding }) => finding)]
    .filter(({ personal }) => personal)
    .map(({ span, text: masked }) => ({ span, masked }))
    .sort((a, b) => a.span.start - b.span.start)
  let result = ''
  let reached = 0
  for (const { span, masked } of stretches) {
    if (span.start < reached) continue
    const length = span.end - span.start
    result += text.slice(reached, span.start) + masked.slice(0, length).padEnd(length, '*')
    reached = span.end
  }
  return result + text.slice(reached)
}
