/** Asking the network: apart from the rest, for it takes Node's HTTP and TLS along, which other work should not wait for. */
export { type AskedLinks, type AskSettings, askLinks } from './ask-links.ts'
