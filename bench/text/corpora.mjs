// Reference text beside the project, when it is there. Only figures of it are ever kept.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const folder = join(process.env.KANWU_SHARED ?? '../shared', 'corpora/clean/work-reports')

/**
 * Real official texts, plain, cut at line ends into drafts of at least so many `characters` (UTF-16 units); lists of
 * `count` drafts each, whole ones only. None without the reference corpora.
 */
export function corpusBatches({ count, characters }) {
  if (!existsSync(folder)) return []
  const texts = readdirSync(folder)
    .sort()
    .flatMap((name) => draftsIn(readFileSync(join(folder, name), 'utf8'), characters))
  const batches = Math.floor(texts.length / count)
  return Array.from({ length: batches }, (_, at) => texts.slice(at * count, (at + 1) * count))
}

function draftsIn(text, characters) {
  const drafts = []
  let draft = ''
  for (const line of text.split(/(?<=\n)/)) {
    draft += line
    if (draft.length < characters) continue
    drafts.push(draft)
    draft = ''
  }
  return drafts
}
