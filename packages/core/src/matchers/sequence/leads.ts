import { leadingUnit } from '../../text/blank.ts'
import { PerDocument } from '../../text/per-document.ts'
import type { Document } from '../../types.ts'

const known = new PerDocument<ReadonlySet<number>>()

/**
 * Whether some segment may begin with one of the UTF-16 units, blanks apart: most checks of numbering need a beginning that
 * a document does not have. While a draft is edited the answer is yes, for only what is new is looked at then.
 */
export function mayBegin(document: Document, units: ReadonlySet<number>): boolean {
  if (document.gathering !== undefined) return true
  const leads = known.get(document) ?? new Set(document.segments.map(({ text }) => leadingUnit(text)))
  known.set(document, leads)
  for (const unit of leads) if (units.has(unit)) return true
  return false
}
