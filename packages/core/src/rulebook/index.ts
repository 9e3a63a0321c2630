/**
 * Reading a rules folder: apart from the checker, because hosts with a snapshot need no YAML parser.
 */
export { type OwnCatalog, ownCatalogRule, readOwnCatalog } from '../matchers/near-miss/own-catalog.ts'
export { extendRulebook, type OwnRules, parseRulebook, type RulebookFiles } from './parse.ts'
export { sourcesSchema, topicSchema } from './schema.ts'
export { encodeSnapshot } from './snapshot.ts'
export { readYaml, type YamlFile } from './yaml-file.ts'
