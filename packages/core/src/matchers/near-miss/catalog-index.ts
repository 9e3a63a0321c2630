import type { SeedGroups } from './families.ts'
import { buildFamilies } from './families-builder.ts'
import type { Form } from './form.ts'
import { buildSeedTable, groupBySeed, type SeedTable } from './seeds.ts'
import { type Spellings, spell } from './spellings.ts'
import { buildTrie, type Trie } from './trie.ts'

/** All that a search needs, as plain data and typed arrays. A snapshot reads each property when it is first asked for. */
export interface CatalogIndex {
  readonly forms: readonly Form[]
  readonly spellings: Spellings
  readonly seeds: SeedTable
  readonly seeded: SeedGroups
  /** What is right as it stands, besides the forms themselves, which are found by their seeds. */
  readonly known: Trie
}

/** Builds the index; `known` are the skeletons of everything that is right as it stands. */
export function buildIndex(forms: readonly Form[], known: Iterable<string>): CatalogIndex {
  const { spellings, spelled } = spell(forms)
  const groups = groupBySeed(spelled.list)
  const { roots, seeded } = buildFamilies(spelled, groups.values())
  const wholes = new Set(known)
  for (const { skeleton } of forms) wholes.delete(skeleton)
  return {
    forms,
    spellings,
    seeds: buildSeedTable([...groups.keys()], roots),
    seeded,
    known: buildTrie([...wholes]),
  }
}
