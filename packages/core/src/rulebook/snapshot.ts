import type { Catalog, Examples, Rule, Rulebook } from '../types.ts'
import { type ByteRange, type Bytes, packTables, unpackTables } from './packed-tables.ts'
import type { PreparedStore } from './prepared.ts'

/**
 * The rulebook as bytes that load in a few milliseconds:
 *
 *     magic │ header length │ header: JSON, what every start needs │ blobs: catalogs, examples, matchers' tables
 *
 * Blobs are read when they are asked for. Integers are little-endian; blobs begin at multiples of 8.
 */

const MAGIC = 0x4b57_0002

/** A rulebook read back, and the mark it was stored with. */
export interface Snapshot {
  readonly stamp: string
  readonly rulebook: Rulebook
}

interface Header {
  readonly stamp: string
  readonly rulebook: Omit<Rulebook, 'rules' | 'catalogs' | 'prepared'>
  readonly rules: readonly Omit<Rule, 'examples'>[]
  readonly examples: ByteRange
  readonly catalogs: Readonly<Record<string, ByteRange>>
  readonly prepared: Readonly<Record<string, ReturnType<typeof packTables>>>
}

/** Writes a snapshot. `prepared` are the tables that the checker built for this rulebook. */
export function encodeSnapshot({ stamp, rulebook }: Snapshot, prepared: ReadonlyMap<string, object>): Uint8Array {
  const blobs: Uint8Array[] = []
  let offset = 0
  const add = (bytes: Uint8Array): ByteRange => {
    const blob: ByteRange = [offset, bytes.length]
    const padded = new Uint8Array(Math.ceil(bytes.length / 8) * 8)
    padded.set(bytes)
    blobs.push(padded)
    offset += padded.length
    return blob
  }
  const addJson = (value: unknown): ByteRange => add(new TextEncoder().encode(JSON.stringify(value)))
  const { rules, catalogs, prepared: _, ...rest } = rulebook
  const header: Header = {
    stamp,
    rulebook: rest,
    rules: rules.map(({ examples: __, ...rule }) => rule),
    examples: addJson(rules.map(({ examples }) => examples)),
    catalogs: Object.fromEntries(Object.entries(catalogs).map(([name, catalog]) => [name, addJson(catalog)])),
    prepared: Object.fromEntries([...prepared].map(([key, tables]) => [key, packTables(tables, add)])),
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
  const bytesOf: Bytes = ([offset, size]) => bytes.subarray(start + offset, start + offset + size)
  const jsonOf = <Data>(blob: ByteRange) => JSON.parse(new TextDecoder().decode(bytesOf(blob))) as Data
  const examples = once(() => jsonOf<Examples[]>(header.examples))
  const catalogs = {}
  for (const [name, blob] of Object.entries(header.catalogs)) define(catalogs, name, () => jsonOf<Catalog>(blob))
  header.rules.forEach((rule, index) => {
    define(rule, 'examples', () => examples()[index]!)
  })
  const rulebook = { ...header.rulebook, rules: header.rules as Rule[], catalogs, prepared: storeOf(header, bytesOf) }
  return { stamp: header.stamp, rulebook }
}

function storeOf({ prepared }: Header, bytesOf: Bytes): PreparedStore {
  return {
    get<Tables extends object>(key: string) {
      const kept = Object.hasOwn(prepared, key) ? prepared[key] : undefined
      return kept === undefined ? undefined : (unpackTables(kept, bytesOf) as Tables)
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
