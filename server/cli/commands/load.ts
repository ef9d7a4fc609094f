import { resolve } from 'node:path'

import { z } from 'zod'

import { routes } from '../../contract/routes.ts'
import { FailureError } from '../../domain/failure.ts'
import type { LoadReport } from '../../domain/record.ts'
import { loadDatasets, openDatasets } from '../../jobs/load.ts'
import { unusableFiles } from '../../jobs/load-report.ts'
import type { Command, Shell } from '../command.ts'
import { handOver } from '../hand-over.ts'
import { findOwner } from '../owner.ts'
import { printJson } from '../print.ts'
import { tellProgress } from '../progress.ts'
import { openOrMake } from '../store-address.ts'

const Options = z.object({
  'accept-unexpected': z.boolean().default(false).meta({
    description: 'loads files that are not as their dataset says that they should be',
  }),
})

export const load: Command<typeof Options> = {
  name: 'load',
  summary: 'Loads datasets, and prints one JSON report for each',
  positionals: ['PATH…'],
  options: Options,
  async run({ store, options, positionals }, shell) {
    const paths = positionals.map((path) => resolve(shell.folder, path))
    // Before a store is made or a server asked: what cannot mean anything touches nothing.
    await openDatasets(paths)
    const reports = await loadSomewhere(
      store,
      { paths, acceptUnexpected: options['accept-unexpected'] },
      shell,
    )
    for (const { dataset, ...counts } of reports) {
      await printJson(shell.terminal, { dataset, ...counts })
    }
    const unusable = unusableFiles(reports)
    if (unusable !== undefined) throw new FailureError(unusable)
    return 0
  },
}

/** In the server that owns the store, where there is one, and here otherwise. */
async function loadSomewhere(
  address: string,
  body: { readonly paths: readonly string[]; readonly acceptUnexpected: boolean },
  shell: Shell,
): Promise<readonly LoadReport[]> {
  const onProgress = tellProgress(shell.terminal)
  const owner = await findOwner(address)
  if (owner !== undefined) {
    const job = await handOver(owner, { route: routes.load, body }, onProgress)
    if (job.loads !== undefined) return job.loads
    throw new FailureError(job.error ?? 'The server ended the load without a report.')
  }
  await using store = await openOrMake(address, shell)
  const { paths, acceptUnexpected } = body
  return await loadDatasets(store, paths, { at: shell.now(), acceptUnexpected, onProgress })
}
