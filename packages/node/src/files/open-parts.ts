import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** A file of which only the parts that are asked for are read. */
export interface FileParts {
  /** In bytes. */
  readonly length: number
  /** A view of the bytes; all views lie in one buffer as the bytes lie in the file. */
  read(range: readonly [offset: number, length: number]): Uint8Array
}

/** What is read at least: four of the system's pages. */
const STEP = 16_384

/**
 * Opens a file, which stays open as long as its parts are held: a file that takes its place later has no part in it.
 * @throws what node:fs throws.
 */
export function openParts(path: string): FileParts {
  const file = openSync(path, 'r')
  const { size } = fstatSync(file)
  // The system gives a page of memory when it is written to, so that what is not read takes none.
  const bytes = new Uint8Array(size)
  const isRead = new Uint8Array(Math.ceil(size / STEP))
  opened.register(bytes.buffer, file)
  const fill = (from: number, to: number) => {
    for (let at = from * STEP; at < Math.min(to * STEP, size); ) {
      const count = readSync(file, bytes, at, Math.min(to * STEP, size) - at, at)
      if (count === 0) throw new Error(`${path} 不完整`)
      at += count
    }
    isRead.fill(1, from, to)
  }
  return {
    length: size,
    read([offset, length]) {
      const end = Math.ceil((offset + length) / STEP)
      for (let at = Math.floor(offset / STEP); at < end; at++) {
        if (isRead[at] === 1) continue
        const from = at
        while (at < end && isRead[at] === 0) at++
        fill(from, at)
      }
      return bytes.subarray(offset, offset + length)
    },
  }
}

const opened = new FinalizationRegistry<number>(closeSync)
