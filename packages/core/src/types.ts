/**
 * The vocabulary. Plain readonly data, in the order it flows:
 *
 *   Source ─extract─► Document ─segments─► Segment ─find─► Match ─exempt─► Finding ─► FileReport
 *
 * Every offset in kanwu counts UTF-16 units from 0; lines and columns count from 1 and exist only at the edges.
 */

export type * from './vocabulary/draft.ts'
export type * from './vocabulary/finding.ts'
export type * from './vocabulary/parts.ts'
export type * from './vocabulary/rule.ts'
export type * from './vocabulary/timing.ts'
