import { RulebookError } from '../../rulebook/error.ts'
import { normalise } from '../../text/normalise.ts'
import type { Match, Matcher, MatcherKind, Rule, Rulebook, Segment } from '../../types.ts'
import { type FormIndex, indexForms } from '../renamed/form-index.ts'

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

interface Place {
  readonly name: string
  readonly level: string
  readonly province: string
  readonly prefectures: readonly string[]
}

interface Atlas {
  readonly index: FormIndex
  /** By form of the index. */
  readonly superiors: readonly Place[]
  /** Places whose name no other place has ever had. */
  readonly places: ReadonlyMap<string, Place>
}

const LONGEST_NAME = 16

function belongingMatcher(rule: Rule, rulebook: Rulebook): Matcher {
  let atlas: Atlas | undefined
  const findIn = (segment: Segment): Match[] => {
    atlas ??= readAtlas(rule, rulebook)
    const known = atlas
    const { text, toText } = normalise(segment.text)
    const matches: Match[] = []
    known.index.scan(text, (pattern, start, end) => {
      const superior = known.superiors[pattern]!
      const place = placeAt(text, end, known)
      if (place === undefined || belongs(place, superior)) return
      const right = rightName(place)
      const span = toText({ start, end: end + place.name.length })
      matches.push({
        rule,
        segment,
        span,
        right: [right],
        facts: { place: place.name, superior: superior.name, right },
      })
    })
    return matches
  }
  return { kind: 'belonging', reach: 'segment', layer: 'wording', find: (_, segments) => segments.flatMap(findIn) }
}

/** The longest known name that begins at `at`. */
function placeAt(text: string, at: number, { places }: Atlas): Place | undefined {
  for (let length = Math.min(LONGEST_NAME, text.length - at); length >= 3; length--) {
    const place = places.get(text.slice(at, at + length))
    if (place !== undefined) return place
  }
  return undefined
}

function belongs(place: Place, superior: Place): boolean {
  if (superior.level === 'province') return place.province === superior.name
  return place.level !== 'county' || place.prefectures.length === 0 || place.prefectures.includes(superior.name)
}

function rightName({ name, level, province, prefectures }: Place): string {
  return level === 'county' ? `${province}${prefectures[0] ?? ''}${name}` : `${province}${name}`
}

function readAtlas(rule: Rule, rulebook: Rulebook): Atlas {
  const catalog = rulebook.catalogs[String(rule.with['catalog'])]
  if (catalog === undefined) throw fault(rule, `没有目录 ${rule.with['catalog']}`)
  const rows = catalog.rows.map(
    ({ form = '', level = '', province = '', prefecture = '' }): Place & { provinces: number } => ({
      name: form,
      level,
      province,
      provinces: province.split(';').length,
      prefectures: prefecture.split(';').filter((name) => name !== ''),
    }),
  )
  const superiors = rows.filter(
    ({ name, level, provinces }) =>
      provinces === 1 && (level === 'province' || (level === 'prefecture' && /[市州盟]$/.test(name))),
  )
  const places = rows.filter(
    ({ name, level, provinces }) =>
      provinces === 1 && level !== 'province' && name.length >= 3 && /[市县州旗盟]$/.test(name),
  )
  return {
    index: indexForms(superiors.map(({ name }) => name)),
    superiors,
    places: new Map(places.map((place) => [place.name, place])),
  }
}

function fault(rule: Rule, message: string): RulebookError {
  return new RulebookError([
    { file: `${rule.topic}.yaml`, line: 0, message: `${rule.id}：${message}`, hint: '改正规则' },
  ])
}
