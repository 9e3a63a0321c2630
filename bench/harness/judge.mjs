/** A ratio may be this much worse than the committed one. */
export const TOLERANCE = 1.2

/** How often a case that looks slower is measured in all. */
export const RUNS = 3

/**
 * Measures a case and says what has become slower than `before`. The noise rule: subjects are interleaved and judged by
 * the median of processor-time ratios, which from run to run moves by 3 to 10 % on a busy machine, seldom by more; so a
 * line fails only if it is more than 20 % worse in three runs of its case, which noise alone does not do. The best of
 * its runs is what is told of it.
 */
export function judge({ before, measure, say }) {
  let results = measure()
  let regressions = slowerLines(results, before)
  for (let run = 1; run < RUNS && regressions.length > 0; run++) {
    say(`measured again, because it looks slower: ${regressions.join('; ')}`)
    results = bestOf(results, measure())
    regressions = slowerLines(results, before)
  }
  return { results, regressions }
}

function slowerLines(results, before) {
  return results.flatMap((result) => {
    const earlier = before.find(({ name }) => name === result.name)
    if (earlier === undefined || result.judged === false || worsening(result, earlier) <= TOLERANCE) return []
    return [`${result.name}: ${result.ratio}, was ${earlier.ratio}`]
  })
}

/** How many times worse than earlier; below 1 when it is better. */
export function worsening({ ratio, better }, earlier) {
  return better === 'more' ? earlier.ratio / ratio : ratio / earlier.ratio
}

function bestOf(results, others) {
  return results.map((result) => {
    const other = others.find(({ name }) => name === result.name)
    return other !== undefined && worsening(other, result) < 1 ? other : result
  })
}
