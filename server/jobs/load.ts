import { HeldError } from '../domain/failure.ts'
import { type FileReport, LoadReport } from '../domain/record.ts'
import { refusal } from '../domain/refusals.ts'
import type { EpochMs } from '../domain/units.ts'
import { type Dataset, openDataset } from '../ingest/dataset.ts'
import { fingerprint } from '../ingest/fingerprint.ts'
import type { Store } from '../store/port.ts'
import { checkFile, type RowMemory, type SizedFile } from './check-file.ts'
import { noReport, sumReports } from './load-report.ts'
import type { OnProgress } from './progress.ts'
import { sourceId, writeFile } from './write-file.ts'

export interface LoadOptions {
  readonly at: EpochMs
  /** A person has looked at what is not as the datasets say that it should be. */
  readonly acceptUnexpected?: boolean | undefined
  readonly onProgress: OnProgress
}

/**
 * Loads datasets, each a folder or its dataset.json. Every file is read once in full before the first row is written, so a
 * file that ends too soon loads nothing, and nothing is loaded where a file is not as its dataset says that it should be; a file whose bytes and mapping were loaded before changes nothing.
 */
export async function loadDatasets(
  store: Store,
  paths: readonly string[],
  options: LoadOptions,
): Promise<LoadReport[]> {
  return await loadOpened(store, await openDatasets(paths), options)
}

/** The same of datasets that are open already. */
export async function loadOpened(
  store: Store,
  datasets: readonly Dataset[],
  options: LoadOptions,
): Promise<LoadReport[]> {
  const memory = { rowsLeft: keptRowsMax }
  const unfinished = new Set((await store.unfinishedSources()).map(({ id }) => id))
  const plans: Plan[] = []
  for (const dataset of datasets)
    plans.push(await planLoad(store, dataset, { ...options, memory, unfinished }))
  if (options.acceptUnexpected !== true) holdUnexpected(plans)
  const begun = sourcesOf(plans)
  if (begun.length > 0) await store.beginSources(begun, options.at)
  const reports: LoadReport[] = []
  const { onProgress } = options
  for (const plan of plans) reports.push(await carryOut(store, plan, options))
  onProgress({ stage: 'index', done: 0, total: 1 })
  await store.finishLoad()
  onProgress({ stage: 'index', done: 1, total: 1 })
  return reports
}

/** All that is to be written, also what it takes long to come to: of a load that is broken off it is not there. */
function sourcesOf(plans: readonly Plan[]): string[] {
  return plans.flatMap(({ dataset, files }) => files.map(({ file }) => sourceId(dataset, file)))
}

/** Nothing of any dataset was written yet. */
function holdUnexpected(plans: readonly Plan[]): void {
  const told = plans.flatMap(({ files }) => files.flatMap((file) => file.surprises))
  if (0 < told.length) throw new HeldError(told)
}

/** Rows kept in memory between the passes, some 6 kB each; beyond it a file is read a second time, which costs less than holding on to them. */
const keptRowsMax = 5_000

/** Opens every dataset before any is read; throws a RefusalError when one cannot mean anything. */
export async function openDatasets(paths: readonly string[]): Promise<Dataset[]> {
  const byFolder = new Map<string, Dataset>()
  for (const path of paths) {
    const dataset = await openDataset(path)
    const rival = [...byFolder.values()].find(
      ({ name, folder }) => name === dataset.name && folder !== dataset.folder,
    )
    if (rival !== undefined) {
      throw refusal('dataset-name-twice', {
        name: dataset.name,
        folders: [rival.folder, dataset.folder],
      })
    }
    byFolder.set(dataset.folder, dataset)
  }
  return [...byFolder.values()]
}

interface Plan {
  readonly dataset: Dataset
  readonly files: readonly SizedFile[]
  readonly unchanged: readonly FileReport[]
}

async function planLoad(
  store: Store,
  dataset: Dataset,
  options: LoadOptions & { readonly memory: RowMemory; readonly unfinished: ReadonlySet<string> },
): Promise<Plan> {
  const files: SizedFile[] = []
  const unchanged: FileReport[] = []
  for (const file of dataset.files) {
    const print = await fingerprint(dataset, file)
    const id = sourceId(dataset, file)
    const known = await store.source(id)
    // What is current may be mixed with a part of what was loaded since, or be taken back in part.
    const isUnfinished = options.unfinished.has(id)
    if (known?.fingerprint === print.fingerprint && !isUnfinished) unchanged.push(known.report)
    else
      files.push(await checkFile(dataset, file, { ...print, before: known, isUnfinished }, options))
  }
  return { dataset, files, unchanged }
}

async function carryOut(store: Store, plan: Plan, options: LoadOptions): Promise<LoadReport> {
  const written: FileReport[] = []
  for (const file of plan.files) written.push(await writeFile(store, plan.dataset, file, options))
  const byFile = new Map([...plan.unchanged, ...written].map((report) => [report.file, report]))
  const files = plan.dataset.files.map(({ file }) => byFile.get(file) ?? noReport(file))
  const unchanged = plan.unchanged.length
  // Parsed so that a report kept by the store has its fields in the same order as a fresh one.
  return LoadReport.parse({ dataset: plan.dataset.name, ...sumReports(files), files, unchanged })
}
