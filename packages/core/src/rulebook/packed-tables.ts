/** Offset and length in bytes, counted from the first blob. */
export type ByteRange = readonly [offset: number, length: number]

/** Reads the bytes of a blob, which must not change afterwards. */
export type Bytes = (blob: ByteRange) => Uint8Array

/** Where a typed array lies. */
interface PackedArray {
  readonly $array: ArrayName
  readonly at: ByteRange
}

/** Properties of packed tables: a number, an array, or JSON in a blob in which arrays stand as `{$array, at}`. */
export type Packed = Readonly<Record<string, number | PackedArray | ByteRange>>

type ArrayName =
  | 'Int32Array'
  | 'Uint32Array'
  | 'Uint16Array'
  | 'Uint8Array'
  | 'Int8Array'
  | 'Int16Array'
  | 'Float32Array'
  | 'Float64Array'

const ARRAYS = {
  Int32Array,
  Uint32Array,
  Uint16Array,
  Uint8Array,
  Int8Array,
  Int16Array,
  Float32Array,
  Float64Array,
} as const
type TypedArray = InstanceType<(typeof ARRAYS)[ArrayName]>

/** Writes tables as blobs, a property each. */
export function packTables(tables: object, add: (bytes: Uint8Array) => ByteRange): Packed {
  const replace = (_: string, value: unknown): unknown => (ArrayBuffer.isView(value) ? packed(value) : value)
  const packed = (view: ArrayBufferView): PackedArray => {
    const array = view as TypedArray
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    return { $array: array.constructor.name as ArrayName, at: add(bytes) }
  }
  const pack = (value: unknown) => {
    if (typeof value === 'number') return value
    return ArrayBuffer.isView(value) ? packed(value) : add(new TextEncoder().encode(JSON.stringify(value, replace)))
  }
  return Object.fromEntries(Object.entries(tables).map(([name, value]) => [name, pack(value)]))
}

/** Reads them back; each property when it is first asked for. Typed arrays are views, not copies. */
export function unpackTables(packed: Packed, bytes: Bytes): object {
  const tables = {}
  for (const [name, place] of Object.entries(packed)) {
    let read: { readonly value: unknown } | undefined
    Object.defineProperty(tables, name, {
      enumerable: true,
      get() {
        read ??= { value: valueAt(place, bytes) }
        return read.value
      },
    })
  }
  return tables
}

function valueAt(place: Packed[string], bytes: Bytes): unknown {
  if (typeof place === 'number') return place
  return '$array' in place ? arrayAt(place, bytes) : revive(readJson(bytes(place)), bytes)
}

/** Reads JSON in UTF-8. */
export function readJson(bytes: Uint8Array): unknown {
  return JSON.parse(decoder.decode(bytes))
}

const decoder = new TextDecoder()

/** Puts the typed arrays back; lists are taken to hold none. */
function revive(value: unknown, bytes: Bytes): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('$array' in value) return arrayAt(value as PackedArray, bytes)
  if (Array.isArray(value)) return value
  for (const [name, inner] of Object.entries(value)) (value as Record<string, unknown>)[name] = revive(inner, bytes)
  return value
}

function arrayAt({ $array, at }: PackedArray, bytes: Bytes): TypedArray {
  const { buffer, byteOffset, byteLength } = bytes(at)
  const make = ARRAYS[$array]
  return new make(buffer as ArrayBuffer, byteOffset, byteLength / make.BYTES_PER_ELEMENT)
}
