// Reference text beside the project, when it is there. Only figures of it are ever kept.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const folder = join(process.env.KANWU_SHARED ?? '../shared', 'corpora/clean/work-reports')

/** Some real official texts, plain; none without the reference corpora. */
export function corpusTexts(count = 4) {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .slice(-count)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}
