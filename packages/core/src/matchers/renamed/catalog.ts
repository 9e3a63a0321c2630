import { RulebookError } from '../../rulebook/error.ts'
import type { Citation, IsoDate, Rule, Rulebook } from '../../types.ts'

/** An old name and what has been right in its place, by date. */
export interface OldName {
  readonly form: string
  /** In the order of their days; at least one. */
  readonly changes: readonly [Change, ...Change[]]
  /** Words that make the form something else when they stand directly before it. */
  readonly notBefore: readonly string[]
  /** Words that make the form something else when they stand directly behind it: 沙县 + 小吃. */
  readonly notAfter: readonly string[]
  /** Counts only where a sentence, a list or a particle begins it: 交通部, but not 公司交通部. */
  readonly alone: boolean
}

/** From which day the old form is wrong, and what to write then. */
export interface Change {
  readonly from: IsoDate
  readonly until?: IsoDate
  readonly right: readonly string[]
  readonly source: Citation
}

/** The settings of a rule of the kind `renamed`. */
export interface RenamedSettings {
  /** A catalog with the columns old, new, from, until, not-before, not-after, alone, source, at; `;` separates several. */
  readonly catalog: string
  /** Only rows whose column `group` holds one of these; all rows when empty. */
  readonly groups: readonly string[]
  /** The name counts only behind one of these words, which then belong to the finding: 县 + 工商局. */
  readonly prefixes: readonly string[]
  /** Countries and places abroad: what stands directly behind them is somebody else's institution. */
  readonly foreign: readonly string[]
}

const list = { type: 'array', items: { type: 'string', minLength: 1 } }

/** The JSON Schema of a rule's `with`. */
export const renamedSettings: object = {
  type: 'object',
  required: ['catalog'],
  additionalProperties: false,
  properties: { catalog: { type: 'string' }, groups: list, prefixes: list, foreign: list },
}

/**
 * The old names of the catalog that the rule asks for.
 * @throws RulebookError when there is no such catalog or a row lacks its old form, its day or its source.
 */
export function readOldNames(
  rule: Rule,
  rulebook: Rulebook,
): { readonly rule: Rule; readonly settings: RenamedSettings; readonly name: OldName }[] {
  const settings = readSettings(rule)
  const catalog = rulebook.catalogs[settings.catalog]
  if (catalog === undefined) throw fault(rule, `没有目录 ${settings.catalog}`)
  const changes = new Map<string, Change[]>()
  const guards = new Map<string, Pick<OldName, 'notBefore' | 'notAfter' | 'alone'>>()
  for (const row of catalog.rows) {
    const { old = '', new: right = '', from = '', until = '', at = '', group = '' } = row
    const source = row['source'] || catalog.sources[0]
    if (settings.groups.length > 0 && !settings.groups.includes(group)) continue
    if (old.length < 2 || from === '' || !source) throw fault(rule, `目录 ${settings.catalog} 有残缺的行：${old}`)
    const change = { from, right: split(right), source: { source, ...(at === '' ? {} : { at }) } }
    changes.set(old, [...(changes.get(old) ?? []), until === '' ? change : { ...change, until }])
    const notBefore = split(row['not-before'] ?? '')
    guards.set(old, { notBefore, notAfter: split(row['not-after'] ?? ''), alone: row['alone'] === 'yes' })
  }
  return [...changes].map(([form, unsorted]) => {
    const [first, ...rest] = [...unsorted].sort((a, b) => (a.from < b.from ? -1 : 1))
    return { rule, settings, name: { form, changes: [first!, ...rest], ...guards.get(form)! } }
  })
}

function readSettings({ with: given }: Rule): RenamedSettings {
  const { catalog = '', groups = [], prefixes = [], foreign = [] } = given as Partial<RenamedSettings>
  return { catalog, groups, prefixes: [...prefixes].sort((a, b) => b.length - a.length), foreign }
}

function split(cell: string): string[] {
  return cell.split(';').filter((part) => part !== '')
}

function fault(rule: Rule, message: string): RulebookError {
  return new RulebookError([
    { file: `${rule.topic}.yaml`, line: 0, message: `${rule.id}：${message}`, hint: '改正目录' },
  ])
}
