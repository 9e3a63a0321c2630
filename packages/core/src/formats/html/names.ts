/** Longer ones are cut out of the source as a view, which would keep the whole source. */
const LONGEST = 12

const SLOTS = 512

/** By a hash of their characters: names as they were met last, and in lower case. */
const met: string[] = new Array<string>(SLOTS).fill('')
const lowered: string[] = new Array<string>(SLOTS).fill('')

/**
 * The name of a tag or an attribute in `[start, end)` of a source, in lower case. A page has few names, again and again:
 * to recognise one takes far less time than to cut it out and to change its letters.
 */
export function nameAt(source: string, start: number, end: number): string {
  if (end - start > LONGEST) return source.slice(start, end).toLowerCase()
  let hash = 0
  for (let at = start; at < end; at++) hash = Math.imul(hash, 31) + source.charCodeAt(at)
  const slot = (hash ^ (hash >>> 9)) & (SLOTS - 1)
  if (met[slot]!.length === end - start && source.startsWith(met[slot]!, start)) return lowered[slot]!
  const name = source.slice(start, end)
  met[slot] = name
  lowered[slot] = asKey(name.toLowerCase())
  return lowered[slot]
}

/** The same text as the engine keeps names of properties: comparing those is comparing places. */
function asKey(name: string): string {
  return Object.keys({ [name]: true })[0]!
}
