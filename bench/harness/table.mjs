import { cases } from '../cases/index.mjs'
import { worsening } from './judge.mjs'

/** A line for the terminal: the ratio, its quartiles, the goal, and how it compares with the committed one. */
export function lineOf(result, before) {
  const earlier = before.find(({ name }) => name === result.name)
  const change = earlier === undefined ? 'new' : changeOf(worsening(result, earlier))
  const parts = [figure(result).padStart(10), spread(result), goalOf(result), change]
  return `${result.name}\n  ${parts.filter((part) => part !== '').join('   ')}${result.note ? `\n  ${result.note}` : ''}`
}

/** The committed page: a table for each version of Node. */
export function pageOf(all) {
  const sections = Object.values(all).map(
    ({ version, machine, cases: kept }) => `## Node ${version}\n\n${machine}\n\n${tableOf(kept)}\n`,
  )
  return `${HEAD}\n${sections.join('\n')}`
}

const HEAD = `# 性能 Performance

由 \`pnpm bench --update\` 写成，做法见 [README](README.md)。比值是同一次运行中交替测得的处理器时间之比，取各轮的中位数；括号内是上下四分位数。“目标”一栏：✓ 达到，✗ 未达到。

Written by \`pnpm bench --update\`; the [README](README.md) says how it is measured. Ratios of processor time, interleaved in one run: the median of the rounds, quartiles in brackets. Goals: ✓ reached, ✗ not reached.
`

function tableOf(kept) {
  const rows = Object.keys(cases).flatMap((name) => {
    const { date, results } = kept[name] ?? { results: [] }
    return results.map((result) => {
      const note = [...(result.judged === false ? ['只供参考 not judged'] : []), ...(result.note ? [result.note] : [])]
      const cells = [result.name, figure(result), spread(result), goalOf(result), note.join('; '), date]
      return `| ${cells.join(' | ')} |`
    })
  })
  return ['| | 比值 | 四分位 | 目标 | | 日期 |', '| --- | ---: | --- | --- | --- | --- |', ...rows].join('\n')
}

function figure({ ratio, unit }) {
  return unit === undefined ? `${ratio} ×` : `${ratio} ${unit}`
}

function spread({ low, high }) {
  return `(${low}–${high})`
}

function goalOf({ goal, ratio }) {
  if (goal === undefined) return ''
  const { atLeast, atMost } = goal
  return atLeast === undefined ? `${mark(ratio <= atMost)} ≤ ${atMost}` : `${mark(ratio >= atLeast)} ≥ ${atLeast}`
}

function mark(isReached) {
  return isReached ? '✓' : '✗'
}

function changeOf(times) {
  const percent = Math.round(Math.abs(times - 1) * 100)
  if (percent < 3) return 'as before'
  return times > 1 ? `${percent} % worse` : `${Math.round((1 / times - 1) * 100)} % better`
}
