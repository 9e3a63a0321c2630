import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc')

/**
 * Processor milliseconds that `work` takes in this process, all threads (so the garbage it makes is paid for). Waiting
 * for a processor costs nothing: other people's work on the machine does not count.
 */
export async function processorTime(work) {
  collectGarbage()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
