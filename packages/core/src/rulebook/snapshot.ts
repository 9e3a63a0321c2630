import type { AutomatonStore, AutomatonTables } from '../matchers/automaton.ts'
import type { Catalog, Examples, Rule, Rulebook } from '../types.ts'

/**
 * The rulebook as bytes that load in a few milliseconds:
 *
 *     magic │ header length │ header: JSON, what every start needs │ blobs: catalogs, examples, automata
 *
 * Blobs are read when they are asked for. Integers are little-endian; blobs begin at multiples of 8.
 */

const MAGIC = 0x4b57_0001

/** A rulebook read back, and the mark it was stored with. */
export interface Snapshot {
  readonly stamp: string
  readonly rulebook: Rulebook
}

interface Header {
  readonly stamp: string
  readonly rulebook: Omit<Rulebook, 'rules' | 'catalogs' | 'automata'>
  readonly rules: readonly Omit<Rule, 'examples'>[]
  readonly examples: Blob
  readonly catalogs: Readonly<Record<string, Blob>>
  readonly automata: Readonly<
    Record<string, { readonly characters: string; readonly arrays: Readonly<Record<string, Blob>> }>
  >
}

/** Offset and length in bytes, counted from the first blob. */
type Blob = readonly [offset: number, length: number]

const ARRAYS = ['base', 'check', 'failure', 'ends', 'next', 'lengths'] as const

/** Writes a snapshot. `automata` are those that the checker built for this rulebook. */
export function encodeSnapshot(
  { stamp, rulebook }: Snapshot,
  automata: ReadonlyMap<string, AutomatonTables>,
): Uint8Array {
  const blobs: Uint8Array[] = []
  let offset = 0
  const add = (bytes: Uint8Array): Blob => {
    const blob: Blob = [offset, bytes.length]
    const padded = new Uint8Array(Math.ceil(bytes.length / 8) * 8)
    padded.set(bytes)
    blobs.push(padded)
    offset += padded.length
    return blob
  }
  const addJson = (value: unknown): Blob => add(new TextEncoder().encode(JSON.stringify(value)))
  const { rules, catalogs, automata: _, ...rest } = rulebook
  const header: Header = {
    stamp,
    rulebook: rest,
    rules: rules.map(({ examples: __, ...rule }) => rule),
    examples: addJson(rules.map(({ examples }) => examples)),
    catalogs: Object.fromEntries(Object.entries(catalogs).map(([name, catalog]) => [name, addJson(catalog)])),
    automata: Object.fromEntries(
      [...automata].map(([key, tables]) => {
        const arrays = ARRAYS.map((name) => [
          name,
          add(new Uint8Array(tables[name].buffer, tables[name].byteOffset, tables[name].byteLength)),
        ])
        return [key, { characters: tables.characters, arrays: Object.fromEntries(arrays) as Record<string, Blob> }]
      }),
    ),
  }
  return assemble(new TextEncoder().encode(JSON.stringify(header)), blobs)
}

function assemble(header: Uint8Array, blobs: readonly Uint8Array[]): Uint8Array {
  const start = Math.ceil((8 + header.length) / 8) * 8
  const bytes = new Uint8Array(blobs.reduce((sum, { length }) => sum + length, start))
  new DataView(bytes.buffer).setUint32(0, MAGIC, true)
  new DataView(bytes.buffer).setUint32(4, header.length, true)
  bytes.set(header, 8)
  let at = start
  for (const blob of blobs) {
    bytes.set(blob, at)
    at += blob.length
  }
  return bytes
}

/** Reads a snapshot; undefined when the bytes are none. `bytes` must begin at a multiple of 8 of its buffer. */
export function decodeSnapshot(bytes: Uint8Array): Snapshot | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 8 || view.getUint32(0, true) !== MAGIC) return undefined
  const length = view.getUint32(4, true)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as Header
  const start = Math.ceil((8 + length) / 8) * 8
  const bytesOf = ([offset, size]: Blob) => bytes.subarray(start + offset, start + offset + size)
  const jsonOf = <Data>(blob: Blob) => JSON.parse(new TextDecoder().decode(bytesOf(blob))) as Data
  const examples = once(() => jsonOf<Examples[]>(header.examples))
  const catalogs = {}
  for (const [name, blob] of Object.entries(header.catalogs)) define(catalogs, name, () => jsonOf<Catalog>(blob))
  header.rules.forEach((rule, index) => {
    define(rule, 'examples', () => examples()[index]!)
  })
  const rulebook = { ...header.rulebook, rules: header.rules as Rule[], catalogs, automata: storeOf(header, bytesOf) }
  return { stamp: header.stamp, rulebook }
}

function storeOf({ automata }: Header, bytesOf: (blob: Blob) => Uint8Array): AutomatonStore {
  return {
    get(key) {
      const kept = Object.hasOwn(automata, key) ? automata[key] : undefined
      if (kept === undefined) return undefined
      const arrays = ARRAYS.map((name) => {
        const { buffer, byteOffset, byteLength } = bytesOf(kept.arrays[name]!)
        return [name, new Int32Array(buffer, byteOffset, byteLength / 4)]
      })
      return { characters: kept.characters, ...Object.fromEntries(arrays) } as AutomatonTables
    },
    put: () => undefined,
  }
}

function define(target: object, name: string, read: () => unknown): void {
  Object.defineProperty(target, name, { enumerable: true, configurable: true, get: once(read) })
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
