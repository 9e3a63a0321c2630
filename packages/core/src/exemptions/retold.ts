import { gravityOf, type PlacedMatch } from './covered.ts'

/** The layers that tell of the words themselves, the one that tells most first. */
const LAYERS: readonly string[] = ['wording', 'typos', 'form']

/**
 * The matches that would tell one place a second time, in another layer: the same stretch, or a part of one that is to
 * be written anew as a whole and is at least as grave. The bracket missing from 《民法典 is not also an unpaired mark.
 */
export function retoldMatches(matches: readonly PlacedMatch[]): Set<PlacedMatch['match']> {
  const retold = new Set<PlacedMatch['match']>()
  let open: PlacedMatch[] = []
  for (const one of matches.filter(({ layer }) => LAYERS.includes(layer)).sort(byStart)) {
    open = open.filter(({ place }) => place.end > one.place.start)
    for (const other of open) {
      if (retells(one, other)) retold.add(one.match)
      else if (retells(other, one)) retold.add(other.match)
    }
    open.push(one)
  }
  return retold
}

function byStart({ place: a }: PlacedMatch, { place: b }: PlacedMatch): number {
  return a.start - b.start || b.end - a.end
}

function retells(one: PlacedMatch, other: PlacedMatch): boolean {
  if (one.layer === other.layer || gravityOf(other.match) > gravityOf(one.match)) return false
  if (one.place.start < other.place.start || one.place.end > other.place.end) return false
  const isSame = one.place.start === other.place.start && one.place.end === other.place.end
  if (!isSame) return LAYERS.indexOf(other.layer) < LAYERS.indexOf(one.layer) && rewrites(other)
  if (gravityOf(other.match) < gravityOf(one.match)) return true
  // A norm says more of the same stretch than a list of slips.
  return one.layer === 'typos' || (other.layer !== 'typos' && LAYERS.indexOf(other.layer) < LAYERS.indexOf(one.layer))
}

function rewrites({ match }: PlacedMatch): boolean {
  return (match.right ?? match.rule.right).length > 0
}
