/** `138****1234`: the form that inspection notices ask for. Takes the bare digits. */
export function maskMobileNumber(digits: string): string {
  return keepEnds(digits, 3, 4)
}

/** `35*************123`: the first two and the last three characters of 18 (or 15). */
export function maskIdentityNumber(number: string): string {
  return keepEnds(number, 2, 3)
}

/** `6217***********1234`: the first and the last four digits. */
export function maskBankCard(digits: string): string {
  return keepEnds(digits, 4, 4)
}

/** `E*****678`: the first letter and the last three characters of a passport or travel permit. */
export function maskTravelDocument(number: string): string {
  return keepEnds(number, 1, 3)
}

/** `京A***45`: province, office and the last two characters. */
export function maskVehiclePlate(plate: string): string {
  return keepEnds(plate, 2, 2)
}

/** `zha***@example.com`: up to three characters of the name, and the host. */
export function maskMailbox(address: string): string {
  const at = address.lastIndexOf('@')
  const name = address.slice(0, at)
  const shown = Math.min(3, Math.floor(name.length / 2))
  return name.slice(0, shown) + '*'.repeat(Math.max(3, name.length - shown)) + address.slice(at)
}

function keepEnds(text: string, head: number, tail: number): string {
  const hidden = Math.max(0, text.length - head - tail)
  return text.slice(0, head) + '*'.repeat(hidden) + text.slice(text.length - tail)
}
