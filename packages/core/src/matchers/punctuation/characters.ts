import { hasAny, trait } from '../../text/traits.ts'
import type { Segment } from '../../types.ts'

/** Whether the UTF-16 unit is a Han character of the basic plane or the numeral 〇. */
export function isHan(character: string): boolean {
  const code = character.charCodeAt(0)
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007
}

/** Whether it is an ASCII digit. */
export function isDigit(character: string): boolean {
  return character >= '0' && character <= '9' && character.length === 1
}

/** Whether it is an ASCII letter. */
export function isLatin(character: string): boolean {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
}

/** Whether it is a blank of any width. */
export function isBlank(character: string): boolean {
  return /^[\s\u200b]$/.test(character)
}

/** Whether a text is Chinese: at least one Han character, and no fewer than half as many as ASCII letters. */
export function isChinese(text: string): boolean {
  const latin = text.match(/[A-Za-z]/g)?.length ?? 0
  if (latin === 0) return /[\u3400-\u9fff]/.test(text)
  const han = text.match(/[\u3400-\u9fff]/g)?.length ?? 0
  return han > 0 && han * 2 >= latin
}

/** Whether a segment's text is {@link isChinese}; most have no letter, which one look at their traits tells. */
export function isChineseSegment(segment: Segment): boolean {
  return hasAny(segment, trait.latin) ? isChinese(segment.text) : hasAny(segment, trait.han)
}

/** The nearest character before `at` that is no blank; empty at the start. */
export function characterBefore(text: string, at: number): string {
  let index = at - 1
  while (index >= 0 && isBlank(text.charAt(index))) index--
  return text.charAt(index)
}

/** The nearest character from `at` on that is no blank; empty at the end. */
export function characterFrom(text: string, at: number): string {
  let index = at
  while (index < text.length && isBlank(text.charAt(index))) index++
  return text.charAt(index)
}
