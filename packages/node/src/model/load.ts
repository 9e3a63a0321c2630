import { readFileSync } from 'node:fs'
import { decodeModel, type LanguageModel, type ModelProvider, withOwnCounts } from '@kanwu/core'
import { installedFile } from '../installed.ts'
import { shared } from '../shared.ts'

let standard: LanguageModel | undefined

/** The language model that comes with kanwu; read when first asked for, once for the process. */
export const defaultModel: ModelProvider = () => {
  standard ??= readModel(installedFile('@kanwu/models', 'default.model'))
  return standard
}

/** The model that comes with kanwu as bytes in shared memory: `decodeModel` uses them where they lie, in any thread. */
export function sharedModel(): Uint8Array {
  return shared(readFileSync(installedFile('@kanwu/models', 'default.model')))
}

/**
 * The model that comes with kanwu with the counts of a publisher's own, as `kanwu model build` writes it, added.
 * The provider throws ModelError when the file is no such model.
 */
export function modelWithOwn(path: string): ModelProvider {
  let combined: LanguageModel | undefined
  return () => {
    const base = defaultModel()
    combined ??= base === undefined ? undefined : withOwnCounts(base, readModel(path))
    return combined
  }
}

/** The model in a file, read when first asked for. */
export function modelAt(path: string): ModelProvider {
  let model: LanguageModel | undefined
  return () => {
    model ??= readModel(path)
    return model
  }
}

function readModel(path: string): LanguageModel {
  return decodeModel(readFileSync(path))
}
