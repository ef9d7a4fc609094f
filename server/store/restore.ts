import { Readable } from 'node:stream'

import { FailureError } from '../domain/failure.ts'
import type { Run, RunContents } from '../domain/run.ts'
import { DumpLine, dumpVersion } from './dump-line.ts'
import { fileTaker } from './file-lines.ts'
import type { Files } from './files.ts'
import type { HistoryWrites, RecordVersion } from './history.ts'
import type { Work } from './port.ts'

type Restored = HistoryWrites &
  Files &
  Pick<Work, 'putDecision' | 'putRuling' | 'putPaper' | 'putLead'>

/**
 * Fills an empty store from the lines of a dump, whole or not at all. Throws a FailureError when the store is not
 * empty, when a line means nothing, and when the end is missing.
 */
export async function restore(store: Restored, lines: AsyncIterable<string>): Promise<void> {
  if (!(await store.isEmpty())) {
    throw new FailureError(
      'The store already holds something, so nothing was restored; name an empty one.',
    )
  }
  await store.restoring(async () => {
    const pending = pendingWrites(store)
    for await (const line of checked(lines)) await pending.take(line)
    await pending.flush()
  })
}

const recordsAtOnce = 2_000

/** Records and runs are written many lines at a time, everything else as it comes. */
function pendingWrites(store: Restored) {
  let records: RecordVersion[] = []
  let run: { run: Run; contents: Mutable<RunContents> } | undefined
  const flush = async () => {
    if (records.length > 0) await store.putRecordVersions(records)
    if (run) await store.putRun(run.run, run.contents)
    records = []
    run = undefined
  }
  const takers: { [Line in DumpLine as Line['line']]: (line: Line) => Promise<void> | void } = {
    head: () => undefined,
    source: (version) => store.putSourceVersion(version),
    record: async (version) => {
      records.push(version)
      if (records.length === recordsAtOnce) await flush()
    },
    quarantined: ({ row }) => store.putQuarantined(row),
    unfinished: ({ source }) => store.putUnfinished(source),
    run: async (line) => {
      await flush()
      run = { run: line.run, contents: { links: [], rings: [], attributions: [] } }
    },
    model: ({ model }) => {
      if (run !== undefined) run.contents.model = model
    },
    generics: ({ generics }) => {
      if (run !== undefined) run.contents.generics = generics
    },
    lineage: ({ lineage }) => {
      if (run !== undefined) run.contents.lineage = lineage
    },
    supply: ({ supply }) => {
      if (run !== undefined) run.contents.supply = supply
    },
    link: ({ link }) => void run?.contents.links.push(link),
    ring: ({ ring }) => void run?.contents.rings.push(ring),
    attribution: ({ attribution }) => void run?.contents.attributions.push(attribution),
    decision: ({ decision }) => store.putDecision(decision),
    ruling: ({ ruling }) => store.putRuling(ruling),
    paper: ({ paper }) => store.putPaper(paper),
    lead: (line) => putLead(store, line),
    custody: ({ event }) => store.putCustody([event]),
    file: fileTaker(store),
    end: () => undefined,
  }
  return {
    flush,
    take: async (line: DumpLine) => {
      const taker = takers[line.line] as (line: DumpLine) => Promise<void> | void
      await taker(line)
    },
  }
}

async function putLead(
  store: Restored,
  { lead, package: sealed }: Extract<DumpLine, { line: 'lead' }>,
): Promise<void> {
  const most = Number.MAX_SAFE_INTEGER
  if (sealed !== undefined) {
    await store.keepFile('leads', Readable.from([Buffer.from(sealed, 'base64')]), { most })
  }
  await store.putLead(lead)
}

type Mutable<T> = { -readonly [Property in keyof T]: T[Property] }

async function* checked(lines: AsyncIterable<string>): AsyncGenerator<DumpLine> {
  let count = 0
  let ended = false
  for await (const text of lines) {
    if (text === '') continue
    const line = parsed(text, count + 1)
    if (count === 0) checkHead(line)
    ended = line.line === 'end' && line.lines === count
    count += 1
    yield line
  }
  if (!ended) {
    throw new FailureError(
      `The dump ends too soon, after ${count} lines, so nothing was restored; make it again.`,
    )
  }
}

/** The line as it was read: zod leaves out fields by the name of `__proto__`, which a source may have. */
function parsed(text: string, number: number): DumpLine {
  try {
    const line: unknown = JSON.parse(text)
    DumpLine.parse(line)
    return line as DumpLine
  } catch (error) {
    throw new FailureError(
      `Line ${number} of the dump is not one that Revenant writes, so nothing was restored; make the dump again.`,
      { cause: error },
    )
  }
}

function checkHead(line: DumpLine): void {
  if (line.line === 'head' && line.version === dumpVersion) return
  throw new FailureError(
    line.line === 'head'
      ? `The dump is of version ${line.version} and this Revenant reads version ${dumpVersion}; use the version that wrote it.`
      : 'The first line is not the head of a Revenant dump, so nothing was restored.',
  )
}
