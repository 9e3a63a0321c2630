import process from 'node:process'

/** Says something to the person at the terminal: on stderr, never among the findings. */
export function warn(message: string): void {
  process.stderr.write(`kanwu: ${message}\n`)
}
