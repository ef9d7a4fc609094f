import { unzip } from '../../server/leads/checks/unzip.ts'
import type { LeadContents } from '../../server/leads/contents.ts'
import type { Files } from '../../server/leads/formats/bag.ts'
import { packLead } from '../../server/leads/lead.ts'
import type { LeadOptions } from '../../server/leads/options.ts'
import { contentsOf, optionsOf } from './contents.ts'

/** A sealed package, its files by path within its folder, and its texts. */
export interface Package {
  readonly bytes: Uint8Array
  readonly files: Files
  text(path: string): string
}

export async function sealed(
  contents: LeadContents = contentsOf(),
  options: LeadOptions = optionsOf(),
): Promise<Package> {
  const bytes = await packLead(contents, options)
  const { files } = await unzip(bytes)
  return { bytes, files, text: (path) => new TextDecoder().decode(files.get(path)) }
}
