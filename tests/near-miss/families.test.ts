import { describe, expect, it } from 'vitest'
import { buildIndex } from '../../packages/core/src/matchers/near-miss/catalog-index.ts'
import type { Form } from '../../packages/core/src/matchers/near-miss/form.ts'
import { search } from '../../packages/core/src/matchers/near-miss/search.ts'
import { formOf, pageOf } from '../support/near-miss.ts'

const names = [...'东西南北上下青白红长清平安宁新永福'].flatMap((first) =>
  [...'山河湖江溪田坪塘岭桥泉'].map((second) => first + second),
)
const bodies = ['县人力资源和社会保障局', '县发展和改革委员会', '县退役军人事务局']
const offices = bodies.flatMap((body) => names.map((name) => name + body))

/** Offices that share their last characters by the hundred, and one that fixed words vouch for. */
const forms: readonly Form[] = [
  ...offices.map((skeleton) => formOf(skeleton)),
  { ...formOf('中部地区崛起'), before: ['促进'], after: ['规划'] },
]
const index = buildIndex(forms, [])

/** The forms that a text nearly has, or has. */
function found(text: string): string[] {
  const { near, wholes } = search(index, pageOf(text))
  const standing = Array.from({ length: wholes.count }, (_, row) => wholes.values[3 * row]!)
  return [...near.map(({ form }) => form), ...standing].map((form) => forms[form]!.skeleton)
}

describe('a form is found among hundreds with the same last characters', () => {
  const office = '清溪县人力资源和社会保障局'
  it.each([
    ['as it stands', '清溪县人力资源和社会保障局'],
    ['lacking a character of what they share', '清溪县人力源和社会保障局'],
    ['lacking two', '清溪县人力资源社会障局'],
    ['with two swapped', '清溪县人力资源和社会障保局'],
    ['lacking a character of its own', '清县人力资源和社会保障局'],
    ['with its first character misheard', '情溪县人力资源和社会保障局'],
    ['with its second misheard', '清西县人力资源和社会保障局'],
    ['with its last misheard', '清溪县人力资源和社会保障居'],
    ['with a particle inside', '清溪县的人力资源和社会保障局'],
  ])('%s', (_, text) => {
    expect(found(`本月，${text}办理了登记。`)).toContain(office)
  })

  it('without its last character where marks hold it', () => {
    expect(found('印章为“清溪县人力资源和社会保障”。')).toContain(office)
    expect(found('清溪县人力资源和社会保障工作。')).not.toContain(office)
  })
})

describe('a form with fixed words is asked whatever its ends', () => {
  it('without its last character', () => {
    expect(found('促进中部地区崛')).toContain('中部地区崛起')
  })
})

describe('whether a form is found does not hang on how many others there are', () => {
  it.each(bodies)('…%s', (body) => {
    for (const name of names) {
      const office = name + body
      const alone = buildIndex([formOf(office)], [])
      for (let at = 0; at < office.length; at++) {
        const text = `，${office.slice(0, at)}${office.slice(at + 1)}。`
        const isFound = search(alone, pageOf(text)).near.length > 0
        expect(found(text).includes(office), text).toBe(isFound)
      }
    }
  })
})

describe('the work for a place does not grow with the forms that share its seed', () => {
  it('even when fixed words vouch for all of them', () => {
    const characters = Array.from({ length: 600 }, (_, i) => String.fromCharCode(0x4e00 + 29 * i))
    const vouched = characters.map((char, i) => ({
      ...formOf(`${char}${characters.at(-1 - i)}人才交流中心`),
      after: ['主任'],
    }))
    const { work } = search(buildIndex(vouched, []), pageOf('他到某某人才交流中心办事。'))
    expect(work.asked).toBeLessThan(60)
  })
})
