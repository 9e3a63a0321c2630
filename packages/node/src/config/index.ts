/**
 * Configurations as text, for hosts without a file system: a browser gives the text and gets the settings.
 */
export { type ParsedConfig, parseConfig } from './parse.ts'
export type { Config } from './schema.ts'
export { type SettingsForFile, settingsFor } from './settings.ts'
