// Checks the drafts it is sent with a rulebook from shared memory, and answers its own processor milliseconds.
import { readFileSync, readlinkSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { createChecker, decodeSnapshot, intlSegmenter } from '../../packages/core/dist/index.js'
import { defaultModel } from '../../packages/node/dist/index.js'

const { rulebook } = decodeSnapshot(workerData)
const checker = createChecker({ rulebook, segmenter: intlSegmenter(), model: defaultModel })

parentPort.on('message', (texts) => {
  const before = threadTime()
  checker.checkAll(texts.map((text) => ({ text, format: 'plain', uri: 'draft.txt', date: '2026-06-01' })))
  parentPort.postMessage(threadTime() - before)
})
parentPort.postMessage('ready')

/** Milliseconds that this thread alone has run; Linux tells them for each thread. */
function threadTime() {
  const thread = readlinkSync('/proc/thread-self')
  const [ran] = readFileSync(`/proc/${thread}/schedstat`, 'utf8').split(' ')
  return Number(ran) / 1e6
}
