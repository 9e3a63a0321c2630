// The rules as people read them: one page a field, one section a rule, straight from the rulebook.

const SEVERITY = { error: '错误', warning: '警告', info: '提示' }
const REASON = {
  date: '按文稿日期，当时这样写是对的',
  scope: '规则不查这种位置',
  allowed: '正当用法',
  mention: '在说这个错误，不是犯这个错误',
  directive: '文中指令关闭',
  covered: '同处已有更长或更重的发现',
  word: '切断了词语',
  config: '配置认可',
  'no-match': '不是这种错误',
}

/** Path and Markdown text of each page under docs/rules. */
export function rulePages(rulebook) {
  const fields = groupBy(rulebook.rules)
  const pages = [...fields].map(([field, rules]) => [`docs/rules/${field}.md`, fieldPage(field, rules, rulebook)])
  return [...pages, ['docs/rules/README.md', indexPage(fields, rulebook)]]
}

function groupBy(rules) {
  const fields = new Map()
  for (const rule of [...rules].sort((a, b) => (a.id < b.id ? -1 : 1)))
    fields.set(rule.category, [...(fields.get(rule.category) ?? []), rule])
  return fields
}

function indexPage(fields, { rules, asOf }) {
  const rows = [...fields].map(([field, own]) => `| [${field}](${field}.md) | ${own.length} |`)
  return `<!-- 由 pnpm generate 生成，请改 rules/ -->\n# 规则\n\n共 ${rules.length} 条规则，资料截至 ${asOf}。\n\n| 领域 | 规则 |\n|---|---|\n${rows.join('\n')}\n`
}

function fieldPage(field, rules, rulebook) {
  return `<!-- 由 pnpm generate 生成，请改 rules/${field}/ -->\n# ${field}\n\n${rules.map((rule) => section(rule, rulebook)).join('\n')}`
}

function section(rule, { sources }) {
  const severity = rule.status === 'trial' ? '试行，只作提示' : SEVERITY[rule.severity]
  const period = [rule.valid.from && `${rule.valid.from} 起`, rule.valid.until && `${rule.valid.until} 前`]
    .filter(Boolean)
    .join('、')
  return [
    `## ${rule.id}\n`,
    `**${severity}** ${rule.message}。${rule.why}\n`,
    ...(rule.wrong.length > 0 ? [`- 错误写法：${rule.wrong.join('、')}`] : []),
    ...(rule.right.length > 0 ? [`- 正确写法：${rule.right.join('、')}`] : []),
    ...(period ? [`- 适用：文稿日期在 ${period}`] : []),
    `- 依据：${rule.sources.map((citation) => cite(citation, sources)).join('；')}`,
    ...rule.examples.hit.map(({ text, date }) => `- 报：${code(text)}${dated(date)}`),
    ...rule.examples.miss.map(({ text, date, because }) => `- 不报：${code(text)}${dated(date)}（${REASON[because]}）`),
    ...rule.examples.gap.map(({ text, because }) => `- 漏报：${code(text)}（${because}）`),
    '',
  ].join('\n')
}

function cite({ source, at }, sources) {
  const { title, issuer, date, url } = sources[source]
  const name = url ? `[《${title}》](${url})` : `《${title}》`
  return `${name}${at ?? ''}（${issuer}${date ? `，${date}` : ''}）`
}

function code(text) {
  const shown = text.replaceAll('\n', '⏎')
  return shown.includes('`') ? `\`\` ${shown} \`\`` : `\`${shown}\``
}

function dated(date) {
  return date ? `（${date}）` : ''
}
