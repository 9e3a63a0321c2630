import { fstatSync, statSync, writeSync } from 'node:fs'
import process from 'node:process'

/**
 * Writes to standard output. Files and pipes get it at once, without the stream that Node would open first; what a full
 * pipe does not take yet goes through that, and so does what a terminal shows. A reader that has left is no error.
 */
export function print(text: string): void {
  if (isTerminal()) {
    process.stdout.write(text)
    return
  }
  const bytes = Buffer.from(text)
  let written = 0
  try {
    while (written < bytes.length) written += writeSync(1, bytes, written)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EAGAIN') process.stdout.write(bytes.subarray(written))
    else if (code !== 'EPIPE') throw error
  }
}

/** The width of the terminal that standard output is; undefined when it is none. */
export function terminalColumns(): number | undefined {
  return isTerminal() && process.stdout.isTTY ? process.stdout.columns : undefined
}

/** A terminal, as far as can be told without the stream; /dev/null is none. */
function isTerminal(): boolean {
  const output = fstatSync(1)
  return output.isCharacterDevice() && output.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev
}
