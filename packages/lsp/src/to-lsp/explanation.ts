import type { Finding, Period, PublishedSource, Rule, Severity } from '@kanwu/core'
import { rulePage } from './rule-page.ts'

const SEVERITIES: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', info: '提示' }

/** A finding explained to a person, in Markdown: what, why, what to write, by which source, since when. */
export function explanationOf(finding: Finding, rule: Rule | undefined, rulePages: string | undefined): string {
  const { severity, message, why, suggestions, sources } = finding
  const page = rulePage(finding.rule, rulePages)
  const right = suggestions.map(({ text }) => (text === '' ? '删去' : `**${unmarked(text)}**`))
  const period = periodOf(rule?.valid ?? {})
  return [
    `**${SEVERITIES[severity]}** ${unmarked(message)}`,
    unmarked(why),
    ...(right.length === 0 ? [] : [`建议：${right.join('、')}`]),
    ...(sources.length === 0 ? [] : [`依据：${sources.map(cite).join('；')}`]),
    ...(period === '' ? [] : [`适用：文稿日期在 ${period}`]),
    page === undefined ? `规则：\`${finding.rule}\`` : `规则：[${finding.rule}](${page})`,
  ].join('\n\n')
}

/** The same without marks, for editors that show plain text only. */
export function plainExplanationOf(finding: Finding, rule: Rule | undefined): string {
  return explanationOf(finding, rule, undefined)
    .replaceAll(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 <$2>')
    .replaceAll(/\*\*|(?<!\\)`/g, '')
    .replaceAll(/\\([^\w\s])/g, '$1')
}

function cite({ title, at, issuer, date, url }: PublishedSource & { readonly at?: string }): string {
  const name = url === undefined ? `《${unmarked(title)}》` : `[《${unmarked(title)}》](${url})`
  const where = [issuer, date].filter((part) => part !== undefined && part !== '').join('，')
  return `${name}${unmarked(at ?? '')}${where === '' ? '' : `（${unmarked(where)}）`}`
}

function periodOf({ from, until }: Period): string {
  return [...(from === undefined ? [] : [`${from} 起`]), ...(until === undefined ? [] : [`${until} 前`])].join('、')
}

/** Keeps Markdown from reading a draft's words as marks. */
function unmarked(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|]/g, '\\$&')
}
