export { serve } from './connection.ts'
export type { ConfigFile, Host, OpenedProject } from './host.ts'
