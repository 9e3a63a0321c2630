import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { createChecker, openSnapshot, type Rulebook, type Snapshot } from '@kanwu/core'
import { openParts } from '../files/open-parts.ts'
import { shared } from '../shared.ts'
import { thisRun } from '../start.ts'
import { readRulebookFiles, rulesFolder, stampOf } from './folder.ts'

/** Set by the bundler: names the code that made a snapshot. Unbundled code keeps none, for its tables may change. */
declare const KANWU_BUILD: string | undefined

const BUILD = typeof KANWU_BUILD === 'undefined' ? undefined : KANWU_BUILD

/**
 * Loads a rulebook folder, from its snapshot when that is current; a stale snapshot is made anew.
 * @throws RulebookError when the folder's files do not load.
 */
export async function loadRulebook(folder: string = rulesFolder()): Promise<Rulebook> {
  if (BUILD === undefined) return parse(folder)
  const path = snapshotPath(folder)
  const stamp = stampOf(folder)
  const kept = readSnapshot(path)
  if (kept?.stamp === stamp) return kept.rulebook
  const rulebook = await parse(folder)
  const written = await writeSnapshot(path, { stamp, rulebook })
  if (written) thisRun.lean = false
  return rulebook
}

/**
 * The rulebook of a folder as bytes in shared memory: what `decodeSnapshot` makes of them in each of several threads
 * takes hardly any memory of its own.
 * @throws RulebookError when the folder's files do not load.
 */
export async function sharedSnapshot(folder: string = rulesFolder()): Promise<Uint8Array> {
  const rulebook = await loadRulebook(folder)
  const bytes = readKept(snapshotPath(folder)) ?? (await snapshotOf({ stamp: stampOf(folder), rulebook }))
  return shared(bytes)
}

async function parse(folder: string): Promise<Rulebook> {
  const { parseRulebook } = await import('@kanwu/core/rulebook')
  return parseRulebook(readRulebookFiles(folder))
}

function snapshotPath(folder: string): string {
  return join(folder, '.snapshot', `${BUILD}.bin`)
}

function readKept(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

function readSnapshot(path: string): Snapshot | undefined {
  try {
    return openSnapshot(openParts(path))
  } catch {
    return undefined
  }
}

/** A rulebook and its matchers' tables as bytes for `decodeSnapshot`; good for the code that made it only. */
export async function snapshotOf(snapshot: Snapshot): Promise<Uint8Array> {
  const prepared = new Map<string, object>()
  createChecker({
    rulebook: {
      ...snapshot.rulebook,
      prepared: { get: () => undefined, put: (key, tables) => prepared.set(key, tables) },
    },
  })
  const { encodeSnapshot } = await import('@kanwu/core/rulebook')
  return encodeSnapshot(snapshot, prepared)
}

/** Kept for the next start, if it could be written; where the folder is read-only, every start parses. */
async function writeSnapshot(path: string, snapshot: Snapshot): Promise<boolean> {
  const bytes = await snapshotOf(snapshot)
  const draft = `${path}.${process.pid}`
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(draft, bytes)
    renameSync(draft, path)
    return true
  } catch {
    // On Windows a snapshot that another program has open is not replaced.
    rmSync(draft, { force: true })
    return false
  }
}
