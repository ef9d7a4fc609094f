import { canonicalJson } from '../domain/canonical.ts'
import type { PaperKind } from '../domain/paper/paper.ts'
import { type DumpLine, dumpVersion } from './dump-line.ts'
import { fileLines } from './file-lines.ts'
import type { Files } from './files.ts'
import type { HistoryReads, RecordVersion } from './history.ts'
import type { Custody, RecordReads, Runs, Work } from './port.ts'

type Dumped = HistoryReads &
  Pick<RecordReads, 'scanQuarantine' | 'unfinishedSources'> &
  Runs &
  Work &
  Files &
  Custody

export const everyPaperKind: readonly PaperKind[] = [
  ...(['case', 'forgetting', 'hold', 'lead', 'note', 'role', 'scene'] as const),
]

/** A store as JSON lines: equal contents give equal bytes, whichever database holds them. */
export async function* dump(store: Dumped): AsyncGenerator<string> {
  let lines = 0
  for await (const line of contents(store)) {
    lines += 1
    yield canonicalJson(line)
  }
  yield canonicalJson({ line: 'end', lines } satisfies DumpLine)
}

async function* contents(store: Dumped): AsyncGenerator<DumpLine> {
  yield { line: 'head', format: 'revenant', version: dumpVersion }
  yield* loaded(store)
  for (const run of (await store.runs()).toReversed()) {
    yield { line: 'run', run }
    yield* runContents(store, run.id)
  }
  for (const decision of await store.decisions()) yield { line: 'decision', decision }
  for (const ruling of await store.rulings()) yield { line: 'ruling', ruling }
  for (const kind of everyPaperKind) {
    for (const paper of await store.papers(kind)) yield { line: 'paper', paper }
  }
  for (const lead of await store.leads()) {
    const sealed = await store.leadPackage(lead.id)
    if (sealed !== undefined) yield* fileLines(sealed, { shelf: 'leads', sha256: lead.sha256 })
    yield { line: 'lead', lead }
  }
  yield* evidence(store)
}

async function* loaded(store: Dumped): AsyncGenerator<DumpLine> {
  for await (const version of store.sourceVersions()) yield { line: 'source', ...version }
  for await (const version of store.recordVersions()) yield recordLine(version)
  for await (const row of store.scanQuarantine()) yield { line: 'quarantined', row }
  for (const source of await store.unfinishedSources()) yield { line: 'unfinished', source }
}

/** Files that nothing in the chain speaks of are what an interrupted receipt left, and stay behind. */
async function* evidence(store: Dumped): AsyncGenerator<DumpLine> {
  const received = new Set<string>()
  for await (const event of store.custody()) {
    yield { line: 'custody', event }
    if (event.what === 'received') received.add(event.file)
  }
  for await (const sha256 of store.scanFiles('evidence')) {
    const file = received.has(sha256) ? await store.file('evidence', sha256) : undefined
    if (file !== undefined) yield* fileLines(file, { shelf: 'evidence', sha256 })
  }
}

/** The facts are what the adapter kept as JSON; copying their lists would only cost time. */
function recordLine(version: RecordVersion): DumpLine {
  return { line: 'record', ...version } as DumpLine
}

async function* runContents(store: Runs, run: number): AsyncGenerator<DumpLine> {
  const model = await store.runModel(run)
  if (model !== undefined) yield { line: 'model', model }
  const generics = await store.generics(run)
  if (generics !== undefined) yield { line: 'generics', generics }
  const lineage = await store.lineage(run)
  if (lineage !== undefined) yield { line: 'lineage', lineage }
  const supply = await store.runSupply(run)
  if (supply !== undefined) yield { line: 'supply', supply }
  for await (const link of store.links(run, { minProbability: 0 })) yield { line: 'link', link }
  for await (const ring of allRings(store, run)) {
    yield { line: 'ring', ring }
    for (const attribution of await store.attributions(run, ring.id)) {
      yield { line: 'attribution', attribution }
    }
  }
}

async function* allRings(store: Runs, run: number) {
  let cursor: string | undefined
  do {
    const page = await store.rings(run, { limit: 500, cursor })
    yield* page.items
    cursor = page.next
  } while (cursor !== undefined)
}
