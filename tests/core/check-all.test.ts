import { type CheckSettings, createChecker, intlSegmenter, type Source } from '@kanwu/core'
import { defaultModel } from '@kanwu/node'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fixtureRulebook, REQUIRED } from '../support/fixture-rulebook.ts'
import { EXAMPLE_DATE, wholeRulebook } from '../support/rulebook.ts'

const rulebook = wholeRulebook()
const whole = createChecker({ rulebook, segmenter: intlSegmenter(), model: defaultModel })

/** every other example of every rule, as drafts of every format. */
const examples = rulebook.rules
  .flatMap(({ examples: { hit, miss } }) => [...hit, ...miss])
  .filter((_, index) => index % 2 === 0)
  .map(({ text, date }, index): Source => {
    const format = ['plain', 'markdown', 'html'][index % 3]!
    return { text, format, uri: `${index}`, date: date ?? EXAMPLE_DATE }
  })

test('drafts that are checked together are told what each is told alone', () => {
  expect(examples.length).toBeGreaterThan(1000)
  expect(whole.checkAll(examples)).toEqual(examples.map((source) => whole.check(source)))
})

test('whatever stands beside a draft, and however long it is', () => {
  const long: Source = { text: '会议传达了习总书记的讲话。\n'.repeat(9000), format: 'plain', uri: 'long' }
  const sources = fc.array(fc.constantFrom(...examples.slice(0, 60), long, { text: '', format: '?', uri: '' }), {
    maxLength: 6,
  })
  const alone = new Map<Source, unknown>()
  const checked = (source: Source) => {
    if (!alone.has(source)) alone.set(source, whole.check(source))
    return alone.get(source)
  }
  fc.assert(
    fc.property(sources, (some) => {
      expect(whole.checkAll(some)).toEqual(some.map(checked))
    }),
    { numRuns: 30 },
  )
})

test('each draft is judged by its own settings', () => {
  const rules = fixtureRulebook(`id: wrong, wrong: [测错词], right: [测对词], ${REQUIRED}`)
  const { checkAll } = createChecker({ rulebook: rules })
  const settings: Readonly<Record<string, CheckSettings>> = {
    strict: {},
    mild: { severities: { 'test/wrong': 'info' } },
    lax: { allow: ['测错词'] },
  }
  const sources = Object.keys(settings).map((uri): Source => ({ text: '测错词。', format: 'plain', uri }))
  const told = checkAll(sources, ({ uri }) => settings[uri]!)
  expect(told.map(({ findings }) => findings.map(({ severity }) => severity))).toEqual([['error'], ['info'], []])
})
