import { basename } from 'node:path'

import { RefusalError } from '../domain/failure.ts'
import type { FileChoice, Proposal } from '../domain/proposal.ts'
import { coded } from '../domain/refusals.ts'
import type { IsoDate } from '../domain/units.ts'
import { asRefusal } from '../ingest/open-file.ts'
import { areChinesePhones } from '../ingest/propose/content-shapes.ts'
import { proposeElements } from '../ingest/propose/propose-elements.ts'
import { type FileProposal, proposeFile, type SampledFile } from '../ingest/propose/propose-file.ts'
import { sampleFile } from '../ingest/propose/sample-file.ts'

export interface FileToMap {
  readonly path: string
  /** Within the dataset. */
  readonly file: string
  /** What a person said of it; the rest is guessed. */
  readonly choice?: Partial<FileChoice> | undefined
}

/** Proposes a `dataset.json` for files that have none. `today` stands for the day of the data, which no file tells. */
export async function propose(
  files: readonly FileToMap[],
  {
    name,
    today,
    withLists = false,
  }: {
    readonly name: string
    readonly today: IsoDate
    /** Also takes the elements of lists inside of rows for rows of their own. */
    readonly withLists?: boolean
  },
): Promise<Proposal> {
  const proposals: FileProposal[] = []
  const sampled: SampledFile[] = []
  const unreadable: Proposal['unreadable'] = []
  for (const { path, file, choice } of files) {
    try {
      const sample = await sampleFile(path, file, statedIn(choice))
      sampled.push(sample)
      const own = proposed(sample, choice)
      const lists = withLists ? await proposeLists({ path, file, choice }, sample) : []
      proposals.push(withoutLists(own, lists), ...lists)
    } catch (error) {
      const refused = asRefusal(error, file)
      if (!(refused instanceof RefusalError)) throw refused
      const { message, refusal } = refused
      unreadable.push({
        file,
        because: message,
        ...(refusal !== undefined && { refusal: coded(refusal) }),
      })
    }
  }
  const entries = proposals.map(({ entry }) => withoutEmpty(entry))
  return {
    description: {
      name: nameOf(proposals[0]?.proposed.file ?? name),
      source: 'unknown',
      licence: 'unknown',
      asOf: today,
      ...regionOf(proposals, sampled),
      files: entries,
    },
    toFill: ['source', 'licence', 'asOf'],
    files: proposals.map(({ proposed }) => proposed),
    unreadable,
  }
}

function proposed(sample: SampledFile, choice: FileToMap['choice']): FileProposal {
  const { each } = sample.stated
  return each === undefined ? proposeFile(sample, choice) : proposeElements(sample, each, choice)
}

/** Entries for the lists of a file whose elements can be placed as rows: all that they may lack is what the objects around them lack as well. */
async function proposeLists(
  { path, file, choice }: FileToMap,
  { lists, stated }: SampledFile,
): Promise<FileProposal[]> {
  const found: FileProposal[] = []
  if (stated.each !== undefined) return found
  for (const each of lists) {
    const sample = await sampleFile(path, file, { ...stated, each })
    // A person said what the objects are, not what stands in them.
    const own = proposeElements(sample, each, { ...choice, kind: undefined })
    const { fields, missing } = own.proposed
    // An id alone may be that of anything.
    const isTold = 1 < fields.filter(({ column }) => column.startsWith(`${each}.`)).length
    if (isTold && missing.every((field) => field === 'platform')) found.push(own)
  }
  return found
}

/** What the elements of a list say is not what the objects around it lack. */
function withoutLists(own: FileProposal, lists: readonly FileProposal[]): FileProposal {
  const looked = lists.map(({ entry }) => entry.each ?? '')
  const { lists: all = [], ...proposed } = own.proposed
  const others = all.filter((path) => !looked.includes(path))
  const isWithin = (column: string) => looked.some((path) => column.startsWith(`${path}.`))
  return {
    ...own,
    proposed: {
      ...proposed,
      ...(0 < others.length && { lists: others }),
      notPlaced: proposed.notPlaced.filter(({ column }) => !isWithin(column)),
    },
  }
}

function statedIn({
  sheet,
  each,
  encoding,
  delimiter,
  skipRows,
  headerRowCount,
}: Partial<FileChoice> = {}): SampledFile['stated'] {
  return {
    ...(sheet !== undefined && { sheet }),
    ...(each !== undefined && { each }),
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
    ...(skipRows !== undefined && { skipRows }),
    ...(headerRowCount !== undefined && { headerRowCount }),
  }
}

function withoutEmpty({ columns, constants, ...entry }: FileProposal['entry']) {
  return {
    ...entry,
    ...(0 < Object.keys(columns).length && { columns }),
    ...(0 < Object.keys(constants).length && { constants }),
  }
}

/** A name of a dataset holds no slash, and no control character. */
function nameOf(path: string): string {
  const name = basename(path)
    .replace(/(\.[a-z]+){1,2}$/i, '')
    .replaceAll(/[/\p{Cc}]/gu, ' ')
    .trim()
  return /^[A-Z]{2}$/.test(name) || name === '' ? `${name} data`.trim() : name
}

/** China, where the telephone numbers are mostly Chinese mobile ones. */
function regionOf(proposals: readonly FileProposal[], sampled: readonly SampledFile[]) {
  const phones = proposals.flatMap(({ proposed }, at) => {
    const column = proposed.fields.find(({ field }) => /phone$/.test(field))?.column
    const values = sampled[at]?.columns.find((one) => one.column === column)?.values ?? []
    return values.flatMap((value) => value.split(/[、/;,|]/))
  })
  return areChinesePhones(phones) ? { timeZone: 'Asia/Shanghai', phoneRegion: 'CN' } : {}
}
