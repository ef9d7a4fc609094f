import { RefusalError } from '../domain/failure.ts'
import type { Source } from '../domain/record.ts'
import type { ClaimContext } from './claims/context.ts'
import type { Claims } from './claims.ts'
import type { Enclosed, EnclosedItem } from './enclosed.ts'
import type { EvidenceBook } from './evidence.ts'
import type { LeadOptions } from './options.ts'

/** Throws a RefusalError that names the dataset or the file, when a row that the lead cites or a file that it lists may not go where the lead goes. */
export function refuseOutside(
  { sources, enclosed }: { sources: readonly Source[]; enclosed?: Enclosed | undefined },
  { items }: EvidenceBook,
  where: Where,
): void {
  const cited = new Set(items.map(({ source }) => source))
  const limits = [
    ...sources.filter(({ id }) => cited.has(id)).flatMap(limitOfSource),
    ...(enclosed?.items ?? []).flatMap(limitsOfFile),
  ]
  for (const limit of limits) refuseBeyond(limit, where)
}

type Where = Pick<LeadOptions, 'to' | 'territory'>

interface Limited {
  readonly what: string
  /** What can be done rather than choosing another recipient. */
  readonly instead: string
  readonly mayGoTo: readonly string[]
}

function limitOfSource({ dataset, mayGoTo }: Source): Limited[] {
  if (mayGoTo === undefined) return []
  return [
    { what: `The dataset “${dataset}”`, instead: 'load the ring without this dataset', mayGoTo },
  ]
}

function limitsOfFile({ item: { file }, terms }: EnclosedItem): Limited[] {
  return terms.map(({ dataset, mayGoTo }) => {
    const what = `The file of evidence “${file.name}”`
    if (dataset !== undefined) {
      const instead = 'load its dataset with terms that allow it'
      return { what: `${what} of the dataset “${dataset}”`, instead, mayGoTo }
    }
    const sha = file.sha256.slice(0, 8)
    const instead = `put right where it may go (\`revenant evidence describe ${sha} --may-go-to …\`)`
    return { what, instead, mayGoTo }
  })
}

function refuseBeyond({ what, instead, mayGoTo }: Limited, { to, territory }: Where): void {
  const places = mayGoTo.join(', ') || 'nowhere'
  if (territory === undefined)
    throw new RefusalError(
      `${what} may go to ${places} only, and nobody said where ${to} is; name the country (--territory, such as CN).`,
    )
  if (!mayGoTo.includes(territory))
    throw new RefusalError(
      `${what} may not go to ${territory}, where ${to} is, but to ${places} only; choose another recipient, or ${instead}.`,
    )
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
  throw new RefusalError(
    `${core.ring.id} cannot be sealed: it rests on ${only} alone, and a lead needs two independent kinds of evidence; a test buy, a parcel or another record in common would be a second.`,
  )
}
