/** Whether a number may begin and end here: no letter or digit touches it, nor a decimal point with digits. */
export function standsAlone(ascii: string, start: number, end: number): boolean {
  if (/[A-Za-z0-9]$|\d\.$/.test(ascii.slice(Math.max(0, start - 2), start))) return false
  return !/^(?:[A-Za-z0-9]|\.\d)/.test(ascii.slice(end, end + 2))
}
