import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'

import { z } from 'zod'

import { routes } from '../../contract/routes.ts'
import { FailureError } from '../../domain/failure.ts'
import type { LoadReport } from '../../domain/record.ts'
import type { Dataset } from '../../ingest/dataset.ts'
import { loadOpened, openDatasets } from '../../jobs/load.ts'
import { unusableFiles } from '../../jobs/load-report.ts'
import type { Command, Shell } from '../command.ts'
import { handOver } from '../hand-over.ts'
import { findOwner } from '../owner.ts'
import { printJson } from '../print.ts'
import { tellProgress } from '../progress.ts'
import { runAside } from '../run-aside.ts'
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
    const datasets = await openDatasets(paths)
    const body = { paths, acceptUnexpected: options['accept-unexpected'] }
    const reports = await loadSomewhere(store, body, datasets, shell)
    for (const { dataset, ...counts } of reports) {
      await printJson(shell.terminal, { dataset, ...counts })
    }
    const unusable = unusableFiles(reports)
    if (unusable !== undefined) throw new FailureError(unusable)
    return 0
  },
}

interface Body {
  readonly paths: readonly string[]
  readonly acceptUnexpected: boolean
}

/** In the server that owns the store, where there is one, and here otherwise. */
async function loadSomewhere(
  address: string,
  body: Body,
  datasets: readonly Dataset[],
  shell: Shell,
): Promise<readonly LoadReport[]> {
  const onProgress = tellProgress(shell.terminal)
  const owner = await findOwner(address)
  if (owner !== undefined) {
    const job = await handOver(owner, { route: routes.load, body }, onProgress)
    if (job.loads !== undefined) return job.loads
    throw new FailureError(job.error ?? 'The server ended the load without a report.')
  }
  if (largeFrom <= (await bytesOf(datasets))) {
    const job = { kind: 'load', ...body, at: shell.now() } as const
    return (await runAside(job, address, shell, onProgress)).loads
  }
  await using store = await openOrMake(address, shell)
  return await loadOpened(store, datasets, { ...body, at: shell.now(), onProgress })
}

/** From so many bytes on, a thread of its own costs less than it saves. */
const largeFrom = 16_000_000

async function bytesOf(datasets: readonly Dataset[]): Promise<number> {
  const files = datasets.flatMap(({ files }) => files)
  const sizes = await Promise.all(files.map(async ({ path }) => (await stat(path)).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}
