const definition = /\s*[（(]\s*(?:以下)?(?:统称|简称|合称|称)(?:为|作)?[：:，]?([^（）()]{1,40})[）)]/y
const marks = /[《》〈〉“”"「」『』\s]/g

/**
 * The short names that a parenthesis at `at` gives to what stands before it:
 * （以下简称《条例》）, （以下称条例或者信息公开条例）. Empty when there is no such parenthesis.
 */
export function readDefinition(text: string, at: number): readonly string[] {
  definition.lastIndex = at
  const found = definition.exec(text)
  if (found === null) return NONE
  return found[1]!
    .split(/或者|或|、|，/)
    .map((name) => name.replace(marks, ''))
    .filter((name) => name.length >= 2)
}

const NONE: readonly string[] = []
