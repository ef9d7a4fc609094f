import type { EpochMs } from '../domain/units.ts'
import type { Signer } from './formats/signature.ts'
import type { Language } from './words/words.ts'

/** TrueType files that hold the whole repertoire of simplified Chinese. */
export interface Fonts {
  readonly regular: Uint8Array
  readonly bold: Uint8Array
}

export interface LeadOptions {
  /** `L-2026-000001-v1`; the package's folder has this name too. */
  readonly id: string
  readonly now: EpochMs
  /** Who seals it. */
  readonly by: string
  /** The one recipient. */
  readonly to: string
  /** ISO 3166-1 country that it goes to; absent where nobody said, which datasets that may not go everywhere do not allow. */
  readonly territory?: string | undefined
  /** What the recipient is asked to do; absent where nobody said so. */
  readonly asks?: string | undefined
  /** The version that this one takes the place of. */
  readonly supersedes?: string | undefined
  /** A second person who approved it; absent means that nobody did, and the lead says so. */
  readonly approvedBy?: string | undefined
  /** Of the dossier and of `lead.json`'s sentences; English when absent. Names stay as they are in both. */
  readonly language?: Language | undefined
  readonly fonts: Fonts
  /** Absent for a package that nobody signs, and that says so. */
  readonly signer?: Signer | undefined
  /** The text of `verifier/verify.mjs`. */
  readonly verifier: string
  /** The text of `verifier/verify-custody.mjs`; it goes into packages with files of evidence. */
  readonly custodyVerifier?: string | undefined
  /** Name and version of the program, for `method.json`. */
  readonly software?: string | undefined
}
