import { formatFor } from '../../formats/index.ts'
import type { Source } from '../../types.ts'
import { recogniseEnding } from './ending.ts'
import { recognise } from './recognise.ts'

/** Why a draft is checked as an official document (公文), for people; undefined when it is not taken for one. */
export function officialEvidence({ text, format }: Pick<Source, 'text' | 'format'>): string | undefined {
  const document = formatFor(format).extract(text)
  return (recognise(document) ?? recogniseEnding(document))?.evidence
}
