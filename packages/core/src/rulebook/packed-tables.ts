/** Offset and length in bytes, counted from the first blob. */
export type ByteRange = readonly [offset: number, length: number]

/** The bytes of a blob. */
export type Bytes = (blob: ByteRange) => Uint8Array

/** A property of packed tables: JSON in a blob, in which typed arrays stand as `{$array, at}`. */
type Packed = Readonly<Record<string, ByteRange>>

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
type TypedArray = InstanceType<(typeof ARRAYS)[keyof typeof ARRAYS]>

/** Writes tables as blobs, a property each. */
export function packTables(tables: object, add: (bytes: Uint8Array) => ByteRange): Packed {
  const replace = (_: string, value: unknown): unknown => {
    if (!ArrayBuffer.isView(value)) return value
    const array = value as TypedArray
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    return { $array: array.constructor.name, at: add(bytes) }
  }
  return Object.fromEntries(
    Object.entries(tables).map(([name, value]) => [
      name,
      add(new TextEncoder().encode(JSON.stringify(value, replace))),
    ]),
  )
}

/** Reads them back; each property when it is first asked for. Typed arrays are views, not copies. */
export function unpackTables(packed: Packed, bytes: Bytes): object {
  const tables = {}
  for (const [name, blob] of Object.entries(packed)) {
    let read: { readonly value: unknown } | undefined
    Object.defineProperty(tables, name, {
      enumerable: true,
      get() {
        read ??= { value: revive(JSON.parse(new TextDecoder().decode(bytes(blob))), bytes) }
        return read.value
      },
    })
  }
  return tables
}

/** Puts the typed arrays back; lists are taken to hold none. */
function revive(value: unknown, bytes: Bytes): unknown {
  if (typeof value !== 'object' || value === null) return value
  const { $array, at } = value as { $array?: keyof typeof ARRAYS; at?: ByteRange }
  if ($array !== undefined && at !== undefined) {
    const { buffer, byteOffset, byteLength } = bytes(at)
    const make = ARRAYS[$array]
    return new make(buffer as ArrayBuffer, byteOffset, byteLength / make.BYTES_PER_ELEMENT)
  }
  if (Array.isArray(value)) return value
  for (const [name, inner] of Object.entries(value)) (value as Record<string, unknown>)[name] = revive(inner, bytes)
  return value
}
