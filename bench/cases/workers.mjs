// Two workers that share one snapshot of the rulebook, against one worker with all the drafts.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { snapshotOf } from '../../packages/node/dist/index.js'
import { rulebook } from '../harness/kanwu.mjs'
import { resultOf } from '../harness/ratio.mjs'
import { formats } from '../text/formats.mjs'
import { drafts } from '../text/prose.mjs'

const ROUNDS = 7

/** Throughput of two workers in that of one, by the busiest worker's processor time and by the clock on the wall. */
export async function measure() {
  const texts = drafts({ count: 40, characters: 2500 }).map(formats.plain.write)
  const halves = [0, 1].map((half) => texts.filter((_, at) => at % 2 === half))
  const bytes = await snapshotOf({ stamp: '', rulebook })
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length))
  shared.set(bytes)
  const workers = await Promise.all([0, 1].map(() => started(shared)))
  const rounds = []
  for (let round = -2; round < ROUNDS; round++) {
    const alone = await together([workers[round & 1]], [texts])
    const both = await together(workers, halves)
    if (round >= 0) rounds.push({ alone, both })
  }
  await Promise.all(workers.map(({ worker }) => worker.terminate()))
  const values = (what) => rounds.map(({ alone, both }) => alone[what] / both[what])
  return [
    resultOf({
      name: 'two workers ÷ one, by the busier worker’s processor time',
      values: values('busiest'),
      better: 'more',
      goal: { atLeast: 1.6 },
      note: `one snapshot of ${(bytes.length / 1e6).toFixed(1)} MB; a worker is ready in ${workers.map(({ ready }) => ready.toFixed(0)).join(', ')} ms`,
    }),
    resultOf({
      name: 'two workers ÷ one, by the clock',
      values: values('wall'),
      better: 'more',
      note: WALL_NOTE,
      judged: false,
    }),
  ]
}

const WALL_NOTE = 'depends on what else the machine does; never judged'

async function started(snapshot) {
  const from = performance.now()
  const worker = new Worker(new URL('../workers/check-worker.mjs', import.meta.url), { workerData: snapshot })
  await answer(worker)
  return { worker, ready: performance.now() - from }
}

async function together(workers, shares) {
  const from = performance.now()
  const spent = await Promise.all(
    workers.map(({ worker }, at) => {
      worker.postMessage(shares[at])
      return answer(worker)
    }),
  )
  return { wall: performance.now() - from, busiest: Math.max(...spent) }
}

function answer(worker) {
  return once(worker, 'message').then(([message]) => message)
}
