import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { FailureError } from '../domain/failure.ts'
import type { LeadTables } from '../jobs/lead-tables.ts'
import type { Authority } from '../jobs/time-stamp/ask-authority.ts'
import { openStore, openStoreToRead } from '../store/open-store.ts'
import type { Store } from '../store/port.ts'
import type { Shell } from './command.ts'
import { noteUnfinished } from './unfinished-note.ts'

/** The folder of the embedded store, in the folder where a command is run. */
export const defaultFolder = '.revenant'

/** True for an address that names a server rather than a folder. */
export function isRemote(address: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(address)
}

/** The address of a store as everything else takes it: a folder in full, or an address as it stands. */
export function storeAddress(given: string | undefined, { config, folder }: Shell): string {
  const address = given ?? config.REVENANT_STORE ?? defaultFolder
  return isRemote(address) ? address : resolve(folder, address)
}

/** Where the keys of a deployment lie: beside its embedded store, or in the default folder for one on a server. */
export function keyFolder(address: string, { config, folder }: Shell): string {
  if (config.REVENANT_KEYS !== undefined) return resolve(folder, config.REVENANT_KEYS)
  return join(isRemote(address) ? resolve(folder, defaultFolder) : address, 'keys')
}

/** Tables that the environment names. */
export function leadTables({ config, folder }: Shell): LeadTables {
  const { REVENANT_REFERENCE_FIGURES: figures, REVENANT_AGENCIES: agencies } = config
  return {
    figures: figures && resolve(folder, figures),
    agencies: agencies && resolve(folder, agencies),
  }
}

/** Who gives time stamps: named in the command, or in the environment; nobody where neither names one. */
export function timeStampAuthority(
  { config }: Shell,
  named: { readonly url?: string | undefined; readonly policy?: string | undefined } = {},
): Authority | undefined {
  const url = named.url ?? config.REVENANT_TIME_STAMP
  const policy = named.policy ?? config.REVENANT_TIME_STAMP_POLICY
  return url === undefined ? undefined : { url, policy }
}

/** Opens a store to work in, and makes it when there is none at a folder's address. */
export function openOrMake(address: string, { config }: Shell): Promise<Store> {
  return openStore(address, config)
}

/** Opens a store that is there to work in, and says where it holds only a part of something; throws a FailureError when no store was ever made there. */
export function openExisting(address: string, shell: Shell): Promise<Store> {
  return openThere(address, shell, openStore)
}

/** The same for a command that only reads, also where this user may not write. */
export function openToRead(address: string, shell: Shell): Promise<Store> {
  return openThere(address, shell, openStoreToRead)
}

async function openThere(
  address: string,
  { config, terminal }: Pick<Shell, 'config' | 'terminal'>,
  open: typeof openStore,
): Promise<Store> {
  if (!(isRemote(address) || existsSync(address))) {
    throw new FailureError(
      `There is no store in ${address}; load a dataset first (\`revenant load PATH\`), or name another with --store.`,
    )
  }
  const store = await open(address, config)
  await noteUnfinished(store, terminal)
  return store
}
