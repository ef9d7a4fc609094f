import type { Source } from '../domain/record.ts'
import { refusal } from '../domain/refusals.ts'
import type { ClaimContext } from './claims/context.ts'
import type { Claims } from './claims.ts'
import type { Enclosed, EnclosedItem } from './enclosed.ts'
import type { EvidenceBook } from './evidence.ts'
import type { LeadOptions } from './options.ts'
import { unknownRights } from './rights/chosen.ts'

/** Throws a RefusalError that names the dataset or the file, when a row that the lead cites or a file that it lists may not go where the lead goes. */
export function refuseOutside(
  { sources, enclosed }: { sources: readonly Source[]; enclosed?: Enclosed | undefined },
  { items }: EvidenceBook,
  where: Where,
): void {
  const { to, territory } = where
  const cited = new Set(items.map(({ source }) => source))
  for (const { dataset, mayGoTo } of sources.filter(({ id }) => cited.has(id))) {
    if (mayGoTo === undefined) continue
    const said = { dataset, places: mayGoTo, to }
    if (territory === undefined) throw refusal('dataset-territory-unsaid', said)
    if (!mayGoTo.includes(territory)) throw refusal('dataset-may-not-go', { ...said, territory })
  }
  for (const { item, terms } of enclosed?.items ?? []) refuseFile(item.file, terms, where)
}

type Where = Pick<LeadOptions, 'to' | 'territory'>

function refuseFile(
  { name, sha256 }: EnclosedItem['item']['file'],
  terms: EnclosedItem['terms'],
  { to, territory }: Where,
): void {
  for (const { dataset, mayGoTo } of terms) {
    const said = {
      file: name,
      sha: sha256.slice(0, 8),
      dataset: dataset ?? '',
      places: mayGoTo,
      to,
    }
    if (territory === undefined) throw refusal('file-territory-unsaid', said)
    if (!mayGoTo.includes(territory)) throw refusal('file-may-not-go', { ...said, territory })
  }
}

/** Claims that rest on something other than what two shops have in common. */
const otherKinds: ReadonlySet<string> = new Set(['test_buy', 'event', 'supply'])
/** From here on, in bits, the time between a closure and an opening speaks. */
const speaking = 1

/** Throws a RefusalError when all that holds the ring together is of one kind: one coincidence could explain it. */
export function refuseOneKind({ core, links }: ClaimContext, { claims }: Claims): void {
  const bars = links.flatMap(({ ledger }) => ledger.bars)
  const kinds = new Set<string>(
    bars.filter(({ bits, generic }) => 0 < bits && !generic).map(({ family }) => family),
  )
  if (links.some(({ ledger }) => speaking <= (ledger.gap?.bits ?? 0))) kinds.add('time')
  for (const { kind } of claims) if (otherKinds.has(kind)) kinds.add(kind)
  if (1 < kinds.size) return
  const only = [...kinds][0] ?? 'nothing'
  throw refusal('lead-one-kind', { ring: core.ring.id, kind: only })
}

/** Throws a RefusalError when no registered right is attached, or the author names one that no row is. */
export function refuseNoRight({ core, rights }: ClaimContext): void {
  const unknown = core.rightRows === undefined ? [] : unknownRights(core.rightRows)
  if (unknown.length !== 0) throw refusal('right-unknown', { rights: unknown })
  if (rights.length === 0) throw refusal('lead-no-right', { ring: core.ring.id })
}
