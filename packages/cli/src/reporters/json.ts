import { type Finding, type LineIndex, lineIndex } from '@kanwu/core'
import type { CheckedFile, Rendering } from './reporter.ts'
import { summarise } from './summary.ts'

/** The JSON of schema/report.schema.json, version 1. */
export function json({ files, rulebook, reveal, stats }: Rendering): string {
  const output = {
    version: 1,
    rules: { version: rulebook.version, asOf: rulebook.asOf },
    summary: summarise(files),
    files: files.map((file) => fileOf(file, reveal)),
    ...(stats && { stats }),
  }
  return `${JSON.stringify(output, undefined, 2)}\n`
}

function fileOf({ path, text, report }: CheckedFile, reveal: boolean): object {
  const lines = lineIndex(text)
  return {
    path,
    format: report.format,
    date: report.date,
    problems: report.problems.map(({ message, effect, span }) => ({
      message,
      effect,
      ...(span === undefined ? {} : { start: pointOf(span.start, lines), end: pointOf(span.end, lines) }),
    })),
    findings: report.findings.map((finding) => findingOf(finding, lines, reveal ? text : undefined)),
  }
}

/** `source` is given when personal data may be shown. */
function findingOf(finding: Finding, lines: LineIndex, source: string | undefined): object {
  const { rule, category, severity, message, why, span, sources, fingerprint } = finding
  const text = finding.personal && source !== undefined ? source.slice(span.start, span.end) : finding.text
  return {
    rule,
    category,
    severity,
    message,
    why,
    text,
    start: pointOf(span.start, lines),
    end: pointOf(span.end, lines),
    suggestions: finding.suggestions.map(({ text: replacement, safety }) => ({ text: replacement, safety })),
    sources: sources.map(({ id, title, at, url }) => ({ id, title, ...(at && { at }), ...(url && { url }) })),
    fingerprint,
  }
}

function pointOf(offset: number, lines: LineIndex): object {
  return { offset, ...lines.positionAt(offset) }
}
