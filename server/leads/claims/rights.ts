import type { Authorised, ConcernedRight } from '../../domain/leads/concerned-right.ts'
import type { Sha256 } from '../../domain/units.ts'
import type { ClaimDraft, CounterDraft } from '../claim.ts'
import type { ClaimContext } from './context.ts'

/** Every right that the lead is about, as its row states it. */
export function rightClaims(context: ClaimContext): ClaimDraft[] {
  const { rights, words } = context
  return rights.map((right) => ({
    about: right.id,
    kind: 'right',
    text: words.right({
      mark: right.mark ?? '',
      number: right.number,
      office: right.office,
      holder: right.holder,
    }),
    basis: 'observed',
    shops: [...right.shops],
    records: recordsOf(right.evidence, context),
  }))
}

/** Shops of the ring that may deal in the goods: it speaks for them, and against every claim about them. */
export function authorisedCounters(context: ClaimContext): CounterDraft[] {
  return context.rights.flatMap((right) =>
    right.authorised.flatMap((own) =>
      own.shops.map((shop) => ({
        about: shop,
        text: authorisedText(shop, right, own, context),
        records: recordsOf(own.evidence, context),
      })),
    ),
  )
}

function authorisedText(
  shop: string,
  { mark, number }: ConcernedRight,
  { from, to, territory = '', by }: Authorised,
  { words, nameOf }: ClaimContext,
): string {
  return words.authorised({
    shop: nameOf(shop),
    right: mark ?? number,
    from: from ?? '',
    to: to ?? '',
    territory,
    byName: by === 'name',
  })
}

/** The records behind citations. */
function recordsOf(cited: readonly string[], { evidence }: ClaimContext): Sha256[] {
  const wanted = new Set(cited)
  return evidence.items.flatMap(({ rows }) =>
    rows.flatMap(({ id, record }) => (wanted.has(id) ? [record] : [])),
  )
}
