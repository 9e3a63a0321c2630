import type { SequenceCheck, SequenceFault } from './fault.ts'
import { breaksOf } from './headings.ts'
import { type Level, type Marker, markersOf, markText } from './markers.ts'

/**
 * A level of numbering left out: 1. right below 一、. Papers of two levels are often numbered so, which makes this a
 * matter of taste; it is told once for each pair of levels.
 */
export const levels: SequenceCheck = (document) => {
  const told = new Map<string, SequenceFault>()
  const breaks = breaksOf(document)
  let passed = 0
  let parent: Marker | undefined
  for (const marker of markersOf(document)) {
    if (!marker.leads) continue
    for (; (breaks[passed] ?? Number.POSITIVE_INFINITY) <= marker.segment.index; passed++) parent = undefined
    if (parent !== undefined && marker.value === 1 && marker.level > parent.level + 1) {
      const pair = `${parent.level} ${marker.level}`
      if (!told.has(pair)) told.set(pair, faultOf(parent, marker))
    }
    parent = marker
  }
  return [...told.values()]
}

function faultOf(parent: Marker, marker: Marker): SequenceFault {
  return {
    segment: marker.segment,
    span: { start: marker.start, end: marker.end },
    facts: {
      mark: markText(marker.level, 1),
      above: markText(parent.level, parent.value),
      expected: markText((parent.level + 1) as Level, 1),
    },
    related: [{ segment: parent.segment, span: { start: parent.start, end: parent.end }, message: '上一层序号' }],
  }
}
