import type { EpochMs } from '../domain/units.ts'
import type { LeadTables } from '../jobs/lead-tables.ts'
import type { Authority } from '../jobs/time-stamp/ask-authority.ts'
import type { Signer } from '../leads/formats/signature.ts'
import type { JobBoard } from './job-board.ts'
import type { Stores } from './stores.ts'
import type { UploadRack } from './upload-rack.ts'

/** Everything the routes need of the world. */
export interface ApiContext {
  readonly stores: Stores
  readonly board: JobBoard
  readonly uploads: UploadRack
  readonly now: () => EpochMs
  /** An id that was never given before. */
  readonly newId: () => string
  /** Signs leads; made when the first of them is sealed. */
  readonly signer: () => Promise<Signer>
  /** Tables that people named in place of those that come with the program. */
  readonly tables?: LeadTables | undefined
  /** Who is asked for time stamps of sealed leads; nobody when absent. */
  readonly authority?: Authority | undefined
  readonly version: string
  /** Tells this server from any other that may once have stood at the same address. */
  readonly instance: string
  /** The folder with the built explorer. */
  readonly clientFolder: string
  readonly log: (error: unknown) => void
  /** Parses every answer by its contract before it leaves: for tests, where a mismatch must be loud. */
  readonly checkAnswers: boolean
}
