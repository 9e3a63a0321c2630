import type { Rule } from '../../types.ts'

/** Where links may go. Domains stand for themselves and all below them. */
export interface LinkPolicy {
  /** The project's own list; when it has one, other hosts are a warning instead of advice. */
  readonly allow: readonly string[]
  /** Allowed without being asked: gov.cn and the like. */
  readonly known: readonly string[]
  readonly deny: readonly string[]
  /** Domains that are linked by https only. */
  readonly https: readonly string[]
  /** Names of sites as link texts write them, and their domains. */
  readonly names: ReadonlyMap<string, string>
}

/** Reads the policy from the settings of the link rules, all of them together; a list may be words between blanks. */
export function policyOf(rules: readonly Rule[]): LinkPolicy {
  const list = (name: string): string[] =>
    rules.flatMap((rule) => {
      const setting = rule.with[name] ?? []
      const domains = Array.isArray(setting) ? setting.map(String) : String(setting).split(/\s+/)
      return domains.filter((domain) => domain !== '').map((domain) => domain.toLowerCase())
    })
  const names = rules.flatMap((rule) => Object.entries((rule.with['names'] ?? {}) as Record<string, unknown>))
  return {
    allow: list('allow'),
    known: list('known'),
    deny: list('deny'),
    https: list('https'),
    names: new Map(names.map(([name, domain]) => [name, String(domain).toLowerCase()])),
  }
}
