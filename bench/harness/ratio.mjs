/** The value below which `share` of the values lie, interpolated. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = Math.floor(at)
  return sorted[low] + (at - low) * (sorted[Math.min(low + 1, sorted.length - 1)] - sorted[low])
}

/**
 * One line of the results. `values` are ratios (or figures in `unit`), a round each; their median and quartiles are
 * kept. `better`: `more` or `less`. Optional: `goal` (`{atLeast}` or `{atMost}`), `note`, `unit`, and `judged: false`
 * for what depends on the rest of the machine.
 */
export function resultOf({ name, values, better, ...rest }) {
  const [low, ratio, high] = [0.25, 0.5, 0.75].map((share) => rounded(quantile(values, share)))
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return { name, ratio, low, high, rounds: values.length, better, ...given }
}

/** How much longer `slower` took than `faster`, round by round. */
export function timesAs(slower, faster) {
  return slower.map((time, round) => time / faster[round])
}

/** Three significant digits. */
function rounded(value) {
  return Number(value.toPrecision(3))
}
