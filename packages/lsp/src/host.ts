import type { FileReport, LoadProblem, Rulebook } from '@kanwu/core'

/** What a session checks: the text of one draft, what it is called, and how an editor would have it read. */
export interface DraftText {
  readonly text: string
  readonly uri: string
  /** A format's name, from the editor's language; the configuration and then the file's ending decide otherwise. */
  readonly format?: string
}

/** The project that holds for one draft, ready to check that draft again and again. */
export interface OpenedProject {
  readonly rulebook: Rulebook
  /** Synchronous; never throws on any text. */
  check(draft: DraftText): FileReport
}

/** A configuration file as it stands on disk or in the editor. */
export interface ConfigFile {
  readonly uri: string
  /** Absent when the file does not exist yet. */
  readonly text?: string
}

/** The world around the server: a file system and a clock for Node, the editor itself for a browser. */
export interface Host {
  /** Where the rules' pages are, ending in `/`; pages are named `<field>.md`. */
  readonly rulePages?: string
  /**
   * Opens the project for a draft; called once a draft, and again after `reload`.
   * @throws RulebookError when the configuration or the project's own rules do not load.
   */
  openProject(uri: string): Promise<OpenedProject>
  /** The project without any configuration, for drafts whose own does not load. */
  openPlainProject(): Promise<OpenedProject>
  /** The configuration for a draft; where there is none, the place for one. */
  configFor(uri: string): Promise<ConfigFile | undefined>
  /** What is wrong with a configuration's text. */
  problemsOf(config: { readonly uri: string; readonly text: string }): Promise<readonly LoadProblem[]>
  /** Forgets every project, so that changed configurations and rules hold. */
  reload(): void
  /** The drafts in the given folders, by the project's ignore files; absent where there is no file system. */
  readonly findDrafts?: (folders: readonly string[]) => Promise<readonly string[]>
  /** The text of a file and a stamp that changes with it; undefined when it cannot be read as text. */
  readonly readDraft?: (uri: string) => Promise<{ readonly text: string; readonly stamp: string } | undefined>
  /** Whether a configuration of an open draft names the file: own rules, own names, an own model. */
  isNamed(uri: string): boolean
  /** Calls back when a configuration, or a file that one names, changes, for editors that do not tell. */
  readonly watch?: (folders: readonly string[], changed: () => void) => void
}
