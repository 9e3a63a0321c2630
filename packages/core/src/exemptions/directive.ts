import { closest } from '../text/closest.ts'
import type { Directive, Document, DocumentSpan, Problem, Rule } from '../types.ts'

/** The directives of a document, ready to be asked about findings; remembers which of them were of use. */
export class DirectiveLedger {
  readonly #directives: readonly Directive[]
  readonly #text: string
  readonly #used = new Set<Directive>()

  constructor(document: Document) {
    this.#directives = document.directives
    this.#text = document.source.text
  }

  /** Whether a directive silences `rule` at `span`; marks that directive as used. */
  silences(rule: Rule, span: DocumentSpan): boolean {
    let silencer: Directive | undefined
    for (const directive of this.#directives) {
      if (directive.span.start > span.start) break
      if (!concerns(directive, rule)) continue
      if (directive.action === 'enable') silencer = undefined
      else if (directive.action === 'disable') silencer = directive
      else if (this.#isNextLine(directive, span)) silencer = directive
    }
    if (silencer === undefined) return false
    this.#used.add(silencer)
    return true
  }

  /** Directives that name no known rule, and directives that silenced nothing. */
  problems(known: ReadonlySet<string>): Problem[] {
    return this.#directives.flatMap((directive) => {
      const unknown = directive.rules.filter((name) => !known.has(name))
      if (unknown.length > 0) return [unknownRule(directive, unknown, known)]
      if (directive.action === 'enable' || this.#used.has(directive)) return []
      return [{ message: '这条 kanwu 指令没有用到，可以删去', effect: 'note' as const, span: directive.span }]
    })
  }

  /** The first line with text after the directive's own. */
  #isNextLine(directive: Directive, span: DocumentSpan): boolean {
    const between = this.#text.slice(directive.span.end, span.start)
    const afterOwnLine = between.replace(/^[^\n]*\n(?:[ \t]*\r?\n)*/, '')
    return afterOwnLine !== between && !afterOwnLine.includes('\n')
  }
}

function concerns(directive: Directive, rule: Rule): boolean {
  return directive.rules.length === 0 || directive.rules.some((name) => name === rule.id || name === rule.category)
}

function unknownRule(directive: Directive, unknown: readonly string[], known: ReadonlySet<string>): Problem {
  const near = closest(unknown[0] ?? '', known)
  const hint = near === undefined ? '' : `，是否为 ${near}？`
  return { message: `kanwu 指令中没有这样的规则：${unknown.join('、')}${hint}`, effect: 'note', span: directive.span }
}
