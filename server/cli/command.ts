import type { z } from 'zod'

import type { Config } from '../config.ts'
import type { EpochMs } from '../domain/units.ts'
import type { Terminal } from './terminal.ts'

/** 0: done. 1: started and could not finish. 2: could not mean anything, and nothing was read. */
export type ExitCode = 0 | 1 | 2

/** What a command may use of the world. */
export interface Shell {
  readonly config: Config
  /** Relative paths start here. */
  readonly folder: string
  readonly terminal: Terminal
  readonly now: () => EpochMs
}

export interface Input<O extends z.ZodObject> {
  /** The store's address: `--store`, else REVENANT_STORE, else `.revenant` in the current folder. */
  readonly store: string
  readonly options: z.output<O>
  readonly positionals: readonly string[]
}

/** One command of the command line. Its options are a zod object: each key is a `--name`, its meta what help says. */
export interface Command<O extends z.ZodObject = z.ZodObject> {
  readonly name: string
  readonly summary: string
  /** What stands after the name, as help shows it; a last one that ends in `…` may be given many times, and those in brackets may be left out. */
  readonly positionals: readonly string[]
  readonly options: O
  /** Answers with the exit code; throws a RefusalError or a FailureError with the sentence to show. */
  run(input: Input<O>, shell: Shell): Promise<ExitCode>
}
