import { closest } from '../text/closest.ts'
import type { Directive, DocumentSpan, Problem } from '../types.ts'

/** What a comment says to kanwu: a directive, a problem when it is misspelt, or nothing when it speaks to people. */
export type DirectiveReading = { readonly directive: Directive } | { readonly problem: Problem } | undefined

const ACTIONS = ['disable-next-line', 'disable', 'enable'] as const

/**
 * Reads the inside of a comment: `kanwu-disable-next-line leaders/x, links -- reason`.
 * @param span where the whole comment stands
 */
export function readDirective(comment: string, span: DocumentSpan): DirectiveReading {
  const text = comment.trim()
  const exact = /^kanwu-(disable-next-line|disable|enable)(?![\w-])/.exec(text)
  if (exact !== null)
    return { directive: directiveOf(exact[1] as Directive['action'], text.slice(exact[0].length), span) }
  const near = /^kanwu(?![a-z0-9])[\s:：_-]*([a-z][a-z_-]*(?:[ _-][a-z]+){0,2})?/i.exec(text)
  if (near === null) return undefined
  return misspelt(near[1] ?? '', text, span)
}

function directiveOf(action: Directive['action'], rest: string, span: DocumentSpan): Directive {
  const split = /(?:^|\s)--+(?:\s|$)/.exec(rest)
  const names = split === null ? rest : rest.slice(0, split.index)
  const reason = split === null ? '' : rest.slice(split.index + split[0].length).trim()
  const rules = names.split(/[\s,，、]+/).filter((name) => name !== '')
  return { action, rules, ...(reason === '' ? {} : { reason }), span }
}

function misspelt(word: string, text: string, span: DocumentSpan): DirectiveReading {
  const meant = nearestAction(word.toLowerCase().replaceAll(/[\s_]+/g, '-'))
  if (meant === undefined && !/^kanwu-[a-z]/i.test(text)) return undefined
  const shown = [...text].slice(0, 40).join('')
  const hint =
    meant === undefined
      ? `可用的有 ${ACTIONS.map((action) => `kanwu-${action}`).join('、')}`
      : `是不是 kanwu-${meant}？`
  return { problem: { message: `注释“${shown}”不是 kanwu 的指令，没有起作用；${hint}`, effect: 'note', span } }
}

/** The action that the words begin with, give or take a few letters. */
function nearestAction(words: string): Directive['action'] | undefined {
  const parts = words.split('-').filter((part) => part !== '')
  const starts = parts.slice(0, 3).map((_, index) => parts.slice(0, index + 1).join(''))
  const byLetters = new Map(ACTIONS.map((action) => [action.replaceAll('-', ''), action]))
  const nearest = starts.map((start) => closest(start, byLetters.keys())).findLast((letters) => letters !== undefined)
  return nearest === undefined ? undefined : byLetters.get(nearest)
}
