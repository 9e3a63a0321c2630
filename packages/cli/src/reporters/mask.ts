import { type FileReport, maskAll } from '@kanwu/core'

/**
 * A text of the same length, for showing lines of it: every personal stretch a report knows of is masked, and whatever
 * else could be a person's number, for the rules may have been switched off.
 */
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
  return maskAll(result + text.slice(reached))
}
