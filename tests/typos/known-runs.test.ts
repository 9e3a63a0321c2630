import { defaultModel } from '@kanwu/node'
import { expect, test } from 'vitest'
import { doubt, Places } from '../../packages/core/src/matchers/close-reading/places.ts'
import { isVouchedFor, neighbours } from '../../packages/core/src/matchers/homophone/evidence.ts'
import { markKnownRuns } from '../../packages/core/src/matchers/homophone/known-runs.ts'
import { prepareWordPairs } from '../../packages/core/src/matchers/homophone/word-pairs.ts'
import { listOf, pairKey } from '../../packages/core/src/matchers/pair-table.ts'
import { margin } from '../../packages/core/src/model/character-table.ts'
import { togetherMost } from '../../packages/core/src/model/together.ts'
import { rulebookOf } from '../support/rulebook.ts'

const model = defaultModel()!
const numbers = model.characters.ids
const rulebook = rulebookOf(({ detect }) => detect === 'homophone')
const words = prepareWordPairs(rulebook, 'homophones')
const forms = (rulebook.catalogs['homophones']?.rows ?? []).map(({ form = '' }) => form)

/** Listed words, each between characters that stand beside many others. */
function textOf(count: number): string {
  const between = ['的', '和', '在', '，', '', '新', '会']
  return Array.from({ length: count }, (_, at) => forms[(at * 7919) % forms.length] + between[at % 7]!).join('')
}

/** What is asked of each listed word that may be meant in a place, when it stands there. */
function ofEachMeant<Said>({ ids, text }: Places, at: number, ask: (place: number) => Said): Said[] {
  const units = listOf(words.rights(), pairKey(text.charCodeAt(at), text.charCodeAt(at + 1))) ?? []
  const place = at + margin
  const written = ids.slice(place, place + 2)
  const said: Said[] = []
  for (let index = 0; index < units.length; index += 2) {
    ids.set([numbers[units[index]!]!, numbers[units[index + 1]!]!], place)
    said.push(ask(place))
    ids.set(written, place)
  }
  return said
}

test('marked are the words for which others may be meant that are known with a neighbour, however many there are', () => {
  const places = new Places()
  places.read(textOf(4000), { model, doubts: doubt.word | doubt.pair, words: words.beginnings() })
  expect(places.pairCount).toBeGreaterThan(togetherMost)
  const marks = markKnownRuns(places, { rights: words.rights(), model }).slice(0, places.pairCount)
  const expected = marks.map((_, index) => {
    if ((places.doubts[index]! & doubt.word) === 0) return 0
    const known = ofEachMeant(places, places.pairs[index]!, (place) => {
      const { left3, right3 } = neighbours(places.ids, place, model)
      return left3 > 0 || right3 > 0
    })
    return known.includes(true) ? 1 : 0
  })
  const differing = [...marks.keys()].filter((index) => marks[index] !== expected[index])
  // Runs of pairs that a filter does not know are no runs: a table of hashes takes a few for counted ones.
  expect(differing.filter((index) => marks[index] === 1)).toEqual([])
  expect(differing.length).toBeLessThan(places.pairCount / 500)
  for (const index of differing) {
    const at = places.pairs[index]!
    expect(ofEachMeant(places, at, (place) => isVouchedFor(places.ids, place, model))).not.toContain(true)
  }
  expect(marks.filter((mark) => mark === 1).length).toBeGreaterThan(100)
  expect(marks.filter((mark) => mark === 0).length).toBeGreaterThan(100)
})
