/**
 * Names a finding so that a later run knows it again: a hash of the rule, the text around it and how many alike came
 * before. Of personal data only its kind enters, never a digit of it.
 */
export function fingerprint(parts: readonly string[]): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  const text = parts.join('\u0000')
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return hex(high) + hex(low)
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}
