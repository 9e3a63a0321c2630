import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Rulebook } from '@kanwu/core'
import { readRulebookFiles, rulesFolder, stampOf } from './folder.ts'

/** The parsed rulebook as kept on disk: JSON loads in milliseconds, YAML does not. */
interface Snapshot {
  readonly stamp: string
  readonly rulebook: Rulebook
}

/**
 * Loads a rulebook folder, from its snapshot when that is current; a stale snapshot is made anew.
 * @throws RulebookError when the folder's files do not load.
 */
export async function loadRulebook(folder: string = rulesFolder()): Promise<Rulebook> {
  const stamp = stampOf(folder)
  const path = join(folder, '.snapshot', 'rulebook.json')
  const kept = readSnapshot(path)
  if (kept?.stamp === stamp) return kept.rulebook
  const { parseRulebook } = await import('@kanwu/core/rulebook')
  const rulebook = parseRulebook(readRulebookFiles(folder))
  writeSnapshot(path, { stamp, rulebook })
  return rulebook
}

function readSnapshot(path: string): Snapshot | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Snapshot
  } catch {
    return undefined
  }
}

/** Kept for the next start; where the folder may not be written, every start parses. */
function writeSnapshot(path: string, snapshot: Snapshot): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    const draft = `${path}.${process.pid}`
    writeFileSync(draft, JSON.stringify(snapshot))
    renameSync(draft, path)
  } catch {
    // A read-only installation works, a little slower.
  }
}
