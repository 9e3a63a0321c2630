import { maskVehiclePlate } from '../../privacy/masking.ts'
import type { Page, Sighting } from './page.ts'

const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·•]?(?:[A-HJ-NP-Z0-9]{4}[学警港澳挂]|[A-HJ-NP-Z0-9]{5,6})(?![A-Za-z0-9])/g

/** Vehicle plates whose owner is named beside them or in their row. */
export function findVehiclePlates(page: Page): Sighting[] {
  const sightings: Sighting[] = []
  for (const found of page.ascii.matchAll(PLATE)) {
    const span = { start: found.index, end: found.index + found[0].length }
    if (!/\d/.test(found[0])) continue
    const { named, identity, label } = page.surroundings(span)
    if (!named && !identity && label !== 'owner') continue
    const masked = maskVehiclePlate(found[0].replace(/[ ·•]/, ''))
    sightings.push({ data: 'vehicle-plate', span, masked, right: [masked] })
  }
  return sightings
}
