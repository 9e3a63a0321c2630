import { parentPort, workerData } from 'node:worker_threads'
import { type DraftDate, decodeModel, decodeSnapshot, type LanguageModel } from '@kanwu/core'
import { openProjects, today } from '@kanwu/node'
import { checkFiles } from './check-files.ts'

/** What a worker is given when it starts: two of these are bytes in memory that all workers share. */
export interface WorkerTask {
  /** A snapshot of the rulebook. */
  readonly rulebook: Uint8Array
  readonly model: Uint8Array
  readonly config: string | undefined
  readonly date: DraftDate | undefined
}

/** Checks the files that the main thread names, a list at a time, and answers their outcomes in the same order. */
export function work(): void {
  const { rulebook, model, config, date } = workerData as WorkerTask
  let decoded: LanguageModel | undefined
  const projects = openProjects({
    ...(config !== undefined && { config }),
    today: today(),
    rulebook: async () => decodeSnapshot(rulebook)!.rulebook,
    model: () => {
      decoded ??= decodeModel(model)
      return decoded
    },
  })
  parentPort?.on('message', async (paths: readonly string[]) => {
    parentPort?.postMessage(await checkFiles(paths, { projects, date }))
  })
}
