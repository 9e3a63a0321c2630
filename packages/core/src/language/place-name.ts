/** What a place's name ends in, behind the character that is asked about or with it. */
const ends =
  /^(?:[一-鿿]{1,4}?(?:自治[县州旗]|[省市县区旗镇乡村州盟]|街道|社区|居委会|办事处|苏木|林场|农场|水库|火车站|机场)|[省市县区旗镇乡村州盟])/

/** What may stand before a name: another place, or a word that leads to one. */
const leads =
  /(?:^|[^一-鿿]|[省市县区旗镇乡村州盟道]|[在到于赴对为由经从向自往和与及是将把令]|位于|来自|前往|抵达|途经|以及)$/

/** The longest name before its end: 呼和浩特. */
const longest = 4

/**
 * Whether the character at `at` stands in the name of a place, of which counts know nothing: 康保县, 章江街道. The name
 * begins where a sentence does, behind another place or behind a word that leads to one.
 */
export function isPlaceName(text: string, at: number): boolean {
  if (!ends.test(text.slice(at, at + 8))) return false
  for (let start = at; start >= at - longest; start--) {
    if (start < 0) return false
    if (leads.test(text.slice(Math.max(0, start - 2), start))) return true
  }
  return false
}

/** Whether a name of two characters and what it is begins at `at`: 于都县, 于洪区. */
export function beginsShortPlaceName(text: string, at: number): boolean {
  return /^[一-鿿]{2}[县区市旗镇乡村]/.test(text.slice(at, at + 3))
}
