import type { Finding } from '@kanwu/core'
import { type Hover, type HoverParams, MarkupKind, type Position } from 'vscode-languageserver'
import type { CheckedDraft } from '../draft.ts'
import type { Session } from '../session.ts'
import { explanationOf, plainExplanationOf } from '../to-lsp/explanation.ts'
import { shownFindings } from './diagnostics.ts'

/** `textDocument/hover`: the findings under the pointer, explained. */
export async function hover({ textDocument, position }: HoverParams, session: Session): Promise<Hover | null> {
  const checked = await session.draft(textDocument.uri)?.check()
  if (checked === undefined) return null
  const found = findingsAt(checked, position, session)
  const [first] = found
  if (first === undefined) return null
  const { markdownHover } = session.client
  const kind = markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText
  const value = explain(found, checked, session).join(markdownHover ? '\n\n---\n\n' : '\n\n')
  return { contents: { kind, value }, range: checked.document.rangeOf(first.span) }
}

/** The shown findings that touch a position. */
export function findingsAt(checked: CheckedDraft, position: Position, session: Session): readonly Finding[] {
  const offset = checked.document.offsetAt(position)
  return shownFindings(checked, session).filter(({ span }) => span.start <= offset && offset <= span.end)
}

function explain(findings: readonly Finding[], { rules }: CheckedDraft, { client, rulePages }: Session): string[] {
  return findings.map((finding) =>
    client.markdownHover
      ? explanationOf(finding, rules.get(finding.rule), rulePages)
      : plainExplanationOf(finding, rules.get(finding.rule)),
  )
}
