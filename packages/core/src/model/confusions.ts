import { isHan } from './character-table.ts'

/** How a character comes to stand in another's place. */
export type Confusion = 'sound' | 'shape' | 'fuzzy-sound'

/** Which known characters each Han character is written for; listed when a model is made, for listing takes long. */
export interface ConfusionTable {
  /** How many each UTF-16 unit from `first` on has. */
  readonly lengths: Uint8Array
  /** Where the list of each begins in `entries`, and where the last ends. */
  readonly starts: Uint32Array
  /**
   * List after list: the number of a character in 13 bits, the place of the confusion in {@link confusions} in 2, and
   * whether the character is the likelier word of the two in 1.
   */
  readonly entries: Uint16Array
}

/** The kinds by the number they are stored as. */
export const confusions: readonly Confusion[] = ['sound', 'shape', 'fuzzy-sound']

/** The unit of which the first list is. */
export const firstListed = 0x3400

/** The number of lists. */
export const listed: number = 0xa000 - firstListed

/** The table of lists that stand one behind the other. */
export function confusionTable(lengths: Uint8Array, entries: Uint16Array): ConfusionTable {
  const starts = new Uint32Array(lengths.length + 1)
  let end = 0
  for (let at = 0; at < lengths.length; ) {
    end += lengths[at]!
    starts[++at] = end
  }
  return { lengths, starts, entries }
}

/** Where the list of a UTF-16 unit begins in `entries`. */
export function listStart({ starts }: ConfusionTable, unit: number): number {
  return isHan(unit) ? starts[unit - firstListed]! : 0
}

/** Where it ends. */
export function listEnd({ starts }: ConfusionTable, unit: number): number {
  return isHan(unit) ? starts[unit - firstListed + 1]! : 0
}

/** The number of the character that an entry names. */
export function meantId(entry: number): number {
  return entry & 0x1fff
}

/** How it is confused, as a place in {@link confusions}; 0 is by sound. */
export function confusionNumber(entry: number): number {
  return (entry >>> 13) & 3
}

/** Whether the character, as a word by itself, is likelier than the written one. */
export function isLikelierAlone(entry: number): boolean {
  return entry >>> 15 === 1
}

/** An entry of a list. */
export function confusionEntry(
  id: number,
  confusion: Confusion,
  { likelierAlone }: { likelierAlone: boolean },
): number {
  return id | (confusions.indexOf(confusion) << 13) | (likelierAlone ? 0x8000 : 0)
}
