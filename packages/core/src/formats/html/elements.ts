/** Elements that begin and end a stretch of wording; all others, known or not, run on within the line. */
export const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside audio blockquote body button canvas caption center col colgroup dd details dialog dir div dl dt
  embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend
  li link listing main menu meta nav noframes noscript object ol optgroup option p plaintext pre script search section
  select style summary table tbody td template textarea tfoot th thead title tr ul video xmp`.split(/\s+/),
)

/** Elements without content: nothing is to be closed. */
export const VOIDS: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '),
)

/** Elements whose content is no wording: programs, formulas of the machine, pronunciations. */
export const SKIPPED: ReadonlySet<string> = new Set(
  'code iframe kbd noembed plaintext rp rt samp script style textarea xmp'.split(' '),
)

/** Elements whose content a reader does not see in a usual browser. */
export const HIDDEN: ReadonlySet<string> = new Set('noframes noscript svg template'.split(' '))

/** Elements that stand between words as a thing of their own. */
export const GAPS: ReadonlySet<string> = new Set('code img input kbd samp'.split(' '))

/** Tags of a table: they close what was left open within their cell. */
export const TABLE_TAGS: ReadonlySet<string> = new Set('table caption thead tbody tfoot tr td th'.split(' '))

/** Elements that an end tag within them cannot reach beyond. */
export const BARRIERS: ReadonlySet<string> = new Set('table caption td th'.split(' '))

const PARTS_OF_ROW = ['td', 'th']
const PARTS_OF_BODY = [...PARTS_OF_ROW, 'tr', 'caption', 'colgroup']

const CLOSED_BY = new Map<string, ReadonlySet<string>>([
  ['li', new Set(['li'])],
  ['dt', new Set(['dt', 'dd'])],
  ['dd', new Set(['dt', 'dd'])],
  ['option', new Set(['option'])],
  ['optgroup', new Set(['option', 'optgroup'])],
  ['td', new Set(PARTS_OF_ROW)],
  ['th', new Set(PARTS_OF_ROW)],
  ['tr', new Set(PARTS_OF_BODY)],
  ['thead', new Set([...PARTS_OF_BODY, 'thead', 'tbody', 'tfoot'])],
  ['tbody', new Set([...PARTS_OF_BODY, 'thead', 'tbody', 'tfoot'])],
  ['tfoot', new Set([...PARTS_OF_BODY, 'thead', 'tbody', 'tfoot'])],
])

/** Whether the start tag `name` ends the element `open` that stands directly before it. */
export function closesImplicitly(name: string, open: string): boolean {
  if (open === 'p' && BLOCKS.has(name)) return true
  return CLOSED_BY.get(name)?.has(open) ?? false
}
