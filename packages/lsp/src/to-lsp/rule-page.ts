/** Where a rule is explained: its section on its field's page; undefined where no pages are at hand. */
export function rulePage(rule: string, pages: string | undefined): string | undefined {
  if (pages === undefined) return undefined
  const [field] = rule.split('/')
  return `${pages}${field}.md#${rule.replaceAll('/', '')}`
}
