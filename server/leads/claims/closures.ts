import { toKey } from '../../domain/keys.ts'
import { isOver, type Life } from '../../domain/life.ts'
import type { SourceRecord } from '../../domain/record.ts'
import type { Sha256 } from '../../domain/units.ts'
import type { ClaimDraft } from '../claim.ts'
import type { ClaimContext } from './context.ts'

/** Every end of a life of one of the ring's shops that a record states. */
export function closureClaims(context: ClaimContext): ClaimDraft[] {
  const { shops, nodes, words, nameOf } = context
  return shops.flatMap((shop) =>
    (nodes.get(shop)?.lives ?? []).filter(isOver).map(({ to, ended }: Life): ClaimDraft => {
      const why = ended === undefined ? '' : words.ended[ended]
      return {
        about: shop,
        kind: 'closed',
        text:
          to === undefined
            ? words.closedUndated(nameOf(shop), why)
            : words.closed(nameOf(shop), to, why),
        basis: 'observed',
        shops: [shop],
        records: closureRecords(shop, context),
      }
    }),
  )
}

/** What says of a shop or of one of its lives that it is over. */
const endings = ['closed_on', 'to', 'closed_because', 'ended'] as const

/** The rows that state an end; every row about the shop when none does so by itself. */
function closureRecords(shop: string, { nodes, records, core }: ClaimContext): readonly Sha256[] {
  const own = nodes.get(shop)?.records ?? []
  const stating = own.filter((hash) => {
    const fields = records.get(hash)?.fields
    return fields !== undefined && endings.some((field) => filled(fields, field))
  })
  const closures = core.events.filter(
    ({ fields }) => fields.event === 'closure' && toKey(String(fields.subject)) === shop,
  )
  const found = [...stating, ...closures.map(({ hash }) => hash)]
  return found.length === 0 ? own : found
}

function filled(fields: SourceRecord['fields'], field: string): boolean {
  return fields[field] !== undefined && fields[field] !== ''
}
