import { RulebookError } from '../../rulebook/error.ts'
import type { Match, Matcher, MatcherKind, Rule, Rulebook, Segment } from '../../types.ts'
import { lexiconOf } from '../lexicon.ts'

/**
 * A place directly behind the full name of a province or prefecture that it has never been a part of: 湖北省长沙市.
 * Looks only at names that one place alone bears; `with` names the catalog of places.
 */
export const belonging: MatcherKind = {
  kind: 'belonging',
  settings: {
    type: 'object',
    required: ['catalog'],
    additionalProperties: false,
    properties: { catalog: { type: 'string' } },
  },
  compile([rule, ...others], rulebook) {
    if (rule === undefined) return undefined
    if (others.length > 0) throw fault(rule, '这种检测方式只能有一条规则')
    return belongingMatcher(rule, rulebook)
  },
}

/** A row of the catalog: form, level, province, prefecture; `;` separates several. */
type Place = Readonly<Record<string, string>>

interface Atlas {
  /** By form of the lexicon. */
  readonly superiors: readonly Place[]
  /** Places whose name no other place has ever had; made when the first superior is found. */
  places(): ReadonlyMap<string, Place>
}

const LONGEST_NAME = 16

function belongingMatcher(rule: Rule, rulebook: Rulebook): Matcher {
  let read: Atlas | undefined
  const atlas = (): Atlas => {
    read ??= readAtlas(rule, rulebook)
    return read
  }
  const key = `belonging ${JSON.stringify(rule.with)}`
  const forms = lexiconOf(rulebook).add(key, () => atlas().superiors.map(({ form = '' }) => form))
  const findIn = (segment: Segment): Match[] => {
    const matches: Match[] = []
    forms.scan(segment, (pattern, start, end, { text, toText }) => {
      const known = atlas()
      const superior = known.superiors[pattern]
      const place = placeAt(text, end, known)
      if (superior === undefined || place === undefined || belongs(place, superior)) return
      if (isEndOfLonger(text, { start, end }, known)) return
      const { form: name = '' } = place
      const right = rightName(place)
      // 四川省 may already stand there: what is suggested begins with it.
      const begin = text.slice(0, start).endsWith(place['province'] ?? ' ') ? start - place['province']!.length : start
      const span = toText({ start: begin, end: end + name.length })
      matches.push({
        rule,
        segment,
        span,
        right: [right],
        facts: { place: name, superior: superior['form'] ?? '', right },
      })
    })
    return matches
  }
  return {
    kind: 'belonging',
    reach: 'segment',
    layer: 'wording',
    find: (_, segments) => forms.among(segments).flatMap(findIn),
  }
}

/** 鞍山市 is not meant where 马鞍山市 stands. */
function isEndOfLonger(text: string, { start, end }: { start: number; end: number }, { superiors }: Atlas): boolean {
  const lengthened = [1, 2, 3].map((more) => text.slice(Math.max(0, start - more), end))
  return superiors.some(({ form = '' }) => form.length > end - start && lengthened.includes(form))
}

/** The longest known name that begins at `at`. */
function placeAt(text: string, at: number, { places }: Atlas): Place | undefined {
  for (let length = Math.min(LONGEST_NAME, text.length - at); length >= 3; length--) {
    const place = places().get(text.slice(at, at + length))
    if (place !== undefined) return place
  }
  return undefined
}

function belongs({ level, province, prefecture = '' }: Place, superior: Place): boolean {
  if (superior['level'] === 'province') return province === superior['form']
  return level !== 'county' || prefecture === '' || prefecture.split(';').includes(superior['form'] ?? '')
}

function rightName({ form = '', level, province = '', prefecture = '' }: Place): string {
  return level === 'county' ? `${province}${prefecture.split(';')[0]}${form}` : `${province}${form}`
}

function readAtlas(rule: Rule, rulebook: Rulebook): Atlas {
  const catalog = rulebook.catalogs[String(rule.with['catalog'])]
  if (catalog === undefined) throw fault(rule, `没有目录 ${rule.with['catalog']}`)
  const superiors = catalog.rows.filter(
    (row) => row['level'] !== 'county' && row['group'] !== 'former' && isOnlyOne(row) && isSuperior(row),
  )
  let places: ReadonlyMap<string, Place> | undefined
  return {
    superiors,
    places() {
      places ??= new Map(catalog.rows.filter(isPart).map((row) => [row['form'] ?? '', row]))
      return places
    },
  }
}

function isOnlyOne({ province = '' }: Place): boolean {
  return !province.includes(';')
}

function isSuperior({ form = '', level }: Place): boolean {
  return level === 'province' || /[市州盟]$/.test(form)
}

function isPart(row: Place): boolean {
  const { form = '', level } = row
  return level !== 'province' && form.length >= 3 && /[市县州旗盟]$/.test(form) && isOnlyOne(row)
}

function fault(rule: Rule, message: string): RulebookError {
  return new RulebookError([
    { file: `${rule.topic}.yaml`, line: 0, message: `${rule.id}：${message}`, hint: '改正规则' },
  ])
}
