import type { LinkAnswer, Rule } from '../../types.ts'

/** Where links may go. Domains stand for themselves and all below them. */
export interface LinkPolicy {
  /** The faults that some rule speaks of. */
  readonly faults: ReadonlySet<string>
  /** The project's own list; when it has one, other hosts are a warning instead of advice. */
  readonly allow: readonly string[]
  /** Allowed without being asked: gov.cn and the like. */
  readonly known: readonly string[]
  readonly deny: readonly string[]
  /** Domains that are linked by https only. */
  readonly https: readonly string[]
  /** Names of sites as link texts write them, and their domains. */
  readonly names: ReadonlyMap<string, string>
  /** Ministries as link texts write them, and their domains. */
  readonly bodies: ReadonlyMap<string, string>
  /** What is known of single targets, by URL. */
  readonly answers: ReadonlyMap<string, LinkAnswer>
}

/** Reads the policy from the settings of the link rules, all of them together; a list may be words between blanks. */
export function policyOf(rules: readonly Rule[]): LinkPolicy {
  const list = (name: string): string[] =>
    rules.flatMap((rule) => {
      const setting = rule.with[name] ?? []
      const items = Array.isArray(setting) ? setting.map(String) : String(setting).split(/\s+/)
      return items.filter((domain) => domain !== '').map((domain) => domain.toLowerCase())
    })
  const domains = (name: string): Map<string, string> => {
    const entries = rules.flatMap((rule) => Object.entries((rule.with[name] ?? {}) as Record<string, unknown>))
    return new Map(entries.map(([key, domain]) => [key, String(domain).toLowerCase()]))
  }
  return {
    faults: new Set(rules.map((rule) => String(rule.with['fault']))),
    allow: list('allow'),
    known: list('known'),
    deny: [...list('deny'), ...list('short')],
    https: list('https'),
    names: domains('names'),
    bodies: domains('bodies'),
    answers: new Map(rules.flatMap(answersOf)),
  }
}

/** `answers: {URL: detail}` of a rule on `dead`, `moved` or `certificate`. */
function answersOf({ with: settings }: Rule): [string, LinkAnswer][] {
  const fault = settings['fault'] as LinkAnswer['fault']
  const answers = (settings['answers'] ?? {}) as Record<string, unknown>
  return Object.entries(answers).map(([url, detail]) => [url, { fault, detail: String(detail) }])
}
