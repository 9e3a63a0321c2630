import { relative, resolve, sep } from 'node:path'
import type { CheckSettings, DraftDate, SeveritySettings } from '@kanwu/core'
import picomatch from 'picomatch'
import type { LoadedConfig } from './load.ts'
import type { FileSettings } from './schema.ts'

/** How one file is checked, by the configuration that holds for it. */
export interface SettingsForFile extends CheckSettings {
  /** The day to judge by when the document gives none. */
  readonly date?: DraftDate
  readonly format?: string
}

/** The settings for the file at `path`; of the overrides that match it the last wins. */
export function settingsFor(path: string, { config, folder }: LoadedConfig): SettingsForFile {
  const inside = relative(folder, resolve(path)).split(sep).join('/')
  const layers: FileSettings[] = [
    config,
    ...(config.overrides ?? []).filter(({ files }) => picomatch.isMatch(inside, [...files])),
  ]
  const date = layers.reduce<DraftDate | undefined>((earlier, layer) => dateOf(layer, inside) ?? earlier, undefined)
  const format = layers.reduce<string | undefined>((earlier, layer) => layer.format ?? earlier, undefined)
  return {
    severities: Object.assign({}, ...layers.map(severitiesOf)) as SeveritySettings,
    allow: layers.flatMap(({ allow = [] }) => allow),
    ...(date === undefined ? {} : { date }),
    ...(format === undefined ? {} : { format }),
  }
}

function severitiesOf({ packs = {}, rules = {} }: FileSettings): SeveritySettings {
  const off = Object.entries(packs).filter(([, state]) => state === 'off')
  return { ...Object.fromEntries(off.map(([pack]) => [pack, 'off' as const])), ...rules }
}

/** `today` needs no answer here: it is what hosts use when nobody gives a date. */
function dateOf({ date }: FileSettings, path: string): DraftDate | undefined {
  if (date === undefined || date === 'today') return undefined
  if (date !== 'path') return date
  const [, year, month, day] = /((?:19|20)\d{2})[-/_.]?(0[1-9]|1[0-2])[-/_.]?(0[1-9]|[12]\d|3[01])/.exec(path) ?? []
  return year === undefined ? undefined : `${year}-${month}-${day}`
}
