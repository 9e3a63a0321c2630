/** The command line was not understood; `help` says how it should be. */
export class UsageError extends Error {
  readonly help: string

  constructor(message: string, help: string) {
    super(message)
    this.name = 'UsageError'
    this.help = help
  }
}
