import type { Catalog, Examples, Rule, Rulebook } from '../types.ts'
import { type PackedRules, packRules, unpackRules } from './packed-rules.ts'
import { type ByteRange, type Bytes, type Packed, packTables, readJson, unpackTables } from './packed-tables.ts'
import type { PreparedStore } from './prepared.ts'

/**
 * The rulebook as bytes that load in a few milliseconds:
 *
 *     magic │ header length │ length of all │ header: JSON, what every start needs │
 *     blobs: catalogs, examples, sources, matchers' tables
 *
 * Blobs are read when they are asked for. Integers are little-endian; header and blobs begin at multiples of 8.
 */

const MAGIC = 0x4b57_0004
const PREAMBLE = 16

/** A rulebook read back, and the mark it was stored with. */
export interface Snapshot {
  readonly stamp: string
  readonly rulebook: Rulebook
}

/** Where a snapshot lies: its length, and a reading of any stretch of it into memory that begins at a multiple of 8. */
export interface SnapshotBytes {
  readonly length: number
  readonly read: Bytes
}

interface Header {
  readonly stamp: string
  readonly rulebook: Omit<Rulebook, 'rules' | 'catalogs' | 'sources' | 'prepared'>
  readonly rules: PackedRules
  readonly examples: ByteRange
  readonly sources: ByteRange
  readonly catalogs: Readonly<Record<string, ByteRange>>
  readonly prepared: Readonly<Record<string, Packed>>
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
  const { rules, catalogs, sources, prepared: _, ...rest } = rulebook
  const header: Header = {
    stamp,
    rulebook: rest,
    rules: packRules(rules),
    examples: addJson(rules.map(({ examples }) => examples)),
    sources: addJson(sources),
    catalogs: Object.fromEntries(Object.entries(catalogs).map(([name, catalog]) => [name, addJson(catalog)])),
    prepared: Object.fromEntries([...prepared].map(([key, tables]) => [key, packTables(tables, add)])),
  }
  return assemble(new TextEncoder().encode(JSON.stringify(header)), blobs)
}

function assemble(header: Uint8Array, blobs: readonly Uint8Array[]): Uint8Array {
  const start = blobsAfter(header.length)
  const bytes = new Uint8Array(blobs.reduce((sum, { length }) => sum + length, start))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, header.length, true)
  view.setUint32(8, bytes.length, true)
  bytes.set(header, PREAMBLE)
  let at = start
  for (const blob of blobs) {
    bytes.set(blob, at)
    at += blob.length
  }
  return bytes
}

function blobsAfter(headerLength: number): number {
  return Math.ceil((PREAMBLE + headerLength) / 8) * 8
}

/** Reads a snapshot; undefined when the bytes are none. `bytes` must begin at a multiple of 8 of its buffer. */
export function decodeSnapshot(bytes: Uint8Array): Snapshot | undefined {
  return openSnapshot({
    length: bytes.length,
    read: ([offset, length]) => bytes.subarray(offset, offset + length),
  })
}

/** Reads of a snapshot what every start needs, the rest when it is asked for; undefined when the bytes are none. */
export function openSnapshot({ length, read }: SnapshotBytes): Snapshot | undefined {
  if (length < PREAMBLE) return undefined
  const { buffer, byteOffset } = read([0, PREAMBLE])
  const view = new DataView(buffer, byteOffset, PREAMBLE)
  if (view.getUint32(0, true) !== MAGIC || view.getUint32(8, true) !== length) return undefined
  const headerLength = view.getUint32(4, true)
  const header = readJson(read([PREAMBLE, headerLength])) as Header
  const start = blobsAfter(headerLength)
  return { stamp: header.stamp, rulebook: rulebookOf(header, ([offset, size]) => read([start + offset, size])) }
}

function rulebookOf(header: Header, bytesOf: Bytes): Rulebook {
  const rules = unpackRules(header.rules) as readonly Rule[]
  const examples = once(() => {
    const listed = readJson(bytesOf(header.examples)) as Examples[]
    return new Map(rules.map((rule, index) => [rule, listed[index]!]))
  })
  // One getter for all: with one each, V8 would give every rule a shape of its own.
  const ofRule = {
    enumerable: true,
    get(this: Rule) {
      return examples().get(this)
    },
  }
  for (const rule of rules) Object.defineProperty(rule, 'examples', ofRule)
  const catalogs = {}
  for (const [name, blob] of Object.entries(header.catalogs))
    define(catalogs, name, () => readJson(bytesOf(blob)) as Catalog)
  const rulebook = { ...header.rulebook, rules, catalogs, sources: {}, prepared: storeOf(header, rules, bytesOf) }
  define(rulebook, 'sources', () => readJson(bytesOf(header.sources)))
  return rulebook
}

function storeOf({ prepared }: Header, own: readonly Rule[], bytesOf: Bytes): PreparedStore {
  return {
    get<Tables extends object>(key: string) {
      const kept = Object.hasOwn(prepared, key) ? prepared[key] : undefined
      return kept === undefined ? undefined : (unpackTables(kept, bytesOf) as Tables)
    },
    put: () => undefined,
    keyOf(kind, rules) {
      return rules === own ? Object.keys(prepared).find((key) => key.startsWith(`${kind} `)) : undefined
    },
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
