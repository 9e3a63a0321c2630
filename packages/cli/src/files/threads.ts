import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { sharedModel, sharedSnapshot } from '@kanwu/node'
import { ATONCE, type FileOutcome } from './check-files.ts'
import type { WorkerTask } from './worker.ts'

/**
 * Checks files in several threads, which share one rulebook and one model; the outcomes are in the order of the paths.
 * @throws what a thread throws, or an Error when one ends before its work.
 */
export async function checkInThreads(
  paths: readonly string[],
  { threads, ...task }: Omit<WorkerTask, 'rulebook' | 'model'> & { readonly threads: number },
): Promise<readonly FileOutcome[]> {
  const workerData: WorkerTask = { ...task, rulebook: await sharedSnapshot(), model: sharedModel() }
  // Beside the bundle.
  const start = join(import.meta.dirname, 'worker.cjs')
  const workers = Array.from({ length: threads }, () => new Worker(start, { workerData }))
  try {
    return await Promise.race([deal(paths, workers), firstFailure(workers)])
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

/** Gives each worker as many files as are checked together, and the next ones when it is done. */
async function deal(paths: readonly string[], workers: readonly Worker[]): Promise<readonly FileOutcome[]> {
  const outcomes: (readonly FileOutcome[])[] = []
  let given = 0
  const employ = async (worker: Worker) => {
    while (given < paths.length) {
      const from = given
      given += ATONCE
      worker.postMessage(paths.slice(from, given))
      const [told] = (await once(worker, 'message')) as [readonly FileOutcome[]]
      outcomes[from / ATONCE] = told
    }
  }
  await Promise.all(workers.map(employ))
  return outcomes.flat()
}

/** Rejects when a worker fails; it must not be left without a listener afterwards, for others may fail as well. */
function firstFailure(workers: readonly Worker[]): Promise<never> {
  return new Promise((_, reject) => {
    for (const worker of workers) {
      worker.on('error', reject)
      worker.on('exit', (code) => reject(new Error(`检查文稿的线程中途退出（${code}）`)))
    }
  })
}
