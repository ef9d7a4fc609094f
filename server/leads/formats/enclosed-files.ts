import { canonicalJson } from '../../domain/canonical.ts'
import { gradeOf } from '../../domain/evidence/collection.ts'
import { mediaTypes } from '../../domain/evidence/evidence-file.ts'
import { safeName } from '../../domain/evidence/safe-name.ts'
import type { Enclosed, EnclosedFile, EnclosedItem } from '../enclosed.ts'
import type { Content } from './content.ts'
import type { Cell } from './csv.ts'

/** Files of evidence with what is known of each, by path within the payload: `evidence/<sha256>/<name>` and `meta.json` beside it. */
export function enclosedFiles(
  enclosed: Enclosed | undefined,
  custodyVerifier: string | undefined,
): (readonly [string, string | Content])[] {
  if (enclosed === undefined || enclosed.items.length === 0) return []
  return [
    ...enclosed.items.flatMap((one) => {
      const { item, content } = one
      const folder = `evidence/${item.file.sha256}`
      const meta = [`${folder}/meta.json`, `${canonicalJson(metaOf(one))}\n`] as const
      if (typeof content === 'string') return [meta]
      return [[`${folder}/${safeName(item.file.name)}`, content] as const, meta]
    }),
    ['custody.ndjson', custodyNdjson(enclosed)] as const,
    ...(custodyVerifier === undefined ? [] : [['verify-custody.mjs', custodyVerifier] as const]),
  ]
}

function metaOf({ item, content, terms }: EnclosedItem) {
  return {
    ...item,
    mediaType: mediaTypes[item.file.format],
    terms,
    ...(typeof content === 'string' && { absent: content }),
  }
}

/** The root of the tree over all custody of the store, then every event that is shown, each with its proof. */
function custodyNdjson({ custody: { head, root, events } }: Enclosed): string {
  return [
    { line: 'root', events: head.seq, head: head.hash, root },
    ...events.map((proven) => ({ line: 'event', ...proven })),
  ]
    .map((line) => `${canonicalJson(line)}\n`)
    .join('')
}

/** What `lead.json` says of the files. */
export function enclosedList({ items }: Enclosed): EnclosedFile[] {
  return items.map(({ item, content }, index) => {
    const grade = item.receipts[0] && gradeOf(item.receipts[0].collection)
    return {
      id: `F${index + 1}`,
      sha256: item.file.sha256,
      size: item.file.size,
      format: item.file.format,
      about: item.about,
      ...(grade !== undefined && { grade }),
      ...(typeof content === 'string' && { absent: content }),
      holds: item.holds,
    }
  })
}

/** Columns of `evidence-list.csv` that only files of evidence fill. */
export const fileColumns: readonly string[] = [
  ...['category', 'file_format', 'size', 'sha512', 'collected_at', 'collected_by', 'place'],
  ...['device', 'method', 'tool_version', 'clock_source', 'witness', 'alterations', 'about'],
  ...['may_go_to', 'enclosed'],
]

/** One row a file: its name, hash and grade in the columns that it shares with source files, then the others. */
export function fileCells({ items }: Enclosed): {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly grade: Cell
  readonly cells: readonly Cell[]
}[] {
  return items.map(({ item, content, terms }, index) => {
    const { file, about, receipts } = item
    const collection = receipts[0]?.collection
    return {
      id: `F${index + 1}`,
      name: file.name,
      sha256: file.sha256,
      grade: (collection && gradeOf(collection)) ?? 'ungraded',
      cells: [
        categoryOf(item),
        mediaTypes[file.format],
        file.size,
        file.sha512,
        collection?.collectedAt,
        collection?.collectedBy,
        collection?.place,
        collection?.device,
        collection?.method,
        collection?.tool,
        collection?.clockSource,
        collection?.witness,
        collection?.alterations,
        about.join('; '),
        placesOf(terms),
        typeof content === 'string' ? content : 'yes',
      ],
    }
  })
}

/** Countries that all terms allow; empty where nobody set a limit. */
function placesOf([first, ...others]: EnclosedItem['terms']): string | undefined {
  const places = first?.mayGoTo.filter((place) =>
    others.every(({ mayGoTo }) => mayGoTo.includes(place)),
  )
  return places?.join('; ')
}

/** An original, or what was made from one for looking at. */
function categoryOf({ derivedFrom }: EnclosedItem['item']): string {
  return derivedFrom === undefined ? 'original' : `derived from ${derivedFrom}`
}
