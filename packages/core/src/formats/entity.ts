import { DecodingMode, EntityDecoder, htmlDecodeTree } from 'entities/decode'

/** A character reference that was read. */
export interface Entity {
  readonly text: string
  /** Where the reference ends in the source, after its `;` if it has one. */
  readonly end: number
}

/** Where a reference stands: in text (`&copy=` is ©=), or in an attribute (it is not, for the sake of URLs). */
export type EntityPlace = 'text' | 'attribute'

/** Reads the reference that begins with the `&` at `start`; nothing when it is no reference. */
export function entityAt(source: string, start: number, place: EntityPlace): Entity | undefined {
  let text = ''
  const decoder = new EntityDecoder(htmlDecodeTree, (codePoint) => {
    text += String.fromCodePoint(codePoint)
  })
  decoder.startEntity(place === 'attribute' ? DecodingMode.Attribute : DecodingMode.Legacy)
  let length = decoder.write(source, start + 1)
  if (length < 0) length = decoder.end()
  return length > 0 && text !== '' ? { text, end: start + length } : undefined
}
