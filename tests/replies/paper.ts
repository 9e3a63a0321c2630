import { createChecker, type DraftDate } from '@kanwu/core'
import { rulebookOf } from '../support/rulebook.ts'

const checker = createChecker({ rulebook: rulebookOf(({ category }) => category === 'replies') })

/** A reply of our own writing: the parts that differ from sample to sample. */
export interface Paper {
  readonly agency: string
  readonly title?: string
  readonly decision?: string
  readonly clause: string
  /** The signed day, as the paper prints it. */
  readonly signed?: string
}

/** The paper as plain text, with every part that a reply must have. */
export function textOf({
  agency,
  title = '政府信息公开申请答复书',
  decision,
  clause,
  signed = '2025年3月4日',
}: Paper): string {
  return [
    agency,
    title,
    '某公开〔2025〕12号',
    '陈先生：',
    '本机关于近日收到你提交的申请，申请内容为某某道路改造工程的批复文件及其附件。经审查，现答复如下：',
    decision ?? '你申请的信息可以公开，现将复印件随本答复书一并提供，请查收。',
    clause,
    agency,
    signed,
  ].join('\n')
}

/** `name severity` of each finding, `name (reason)` of each exempted one, in reading order. */
export function verdicts(text: string, date: DraftDate = '2026-11-22'): string[] {
  const { findings, exempted } = checker.check({ text, format: 'plain', uri: 'reply.txt', date })
  return [
    ...findings.map(({ rule, severity }) => `${rule.replace('replies/', '')} ${severity}`),
    ...exempted.map(({ finding, because }) => `${finding.rule.replace('replies/', '')} (${because})`),
  ]
}
