import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc')

/**
 * Processor milliseconds that `work` takes in this process, all threads (so the garbage it makes is paid for). Waiting
 * for a processor costs nothing: other people's work on the machine does not count. Young garbage of the work before is
 * collected first. Not all of it: when nothing of a draft is left, V8 forgets the shapes of its objects and undoes the
 * code it has optimised for them, which no host asks for between two drafts.
 */
export async function processorTime(work) {
  collectGarbage({ type: 'minor' })
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
