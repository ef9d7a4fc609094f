import type { CustodyDraft, CustodyEvent } from '../../domain/evidence/custody.ts'
import { FailureError } from '../../domain/failure.ts'
import type { Custody } from '../../store/port.ts'
import { type Holdings, holdingsOf } from './items.ts'

/** How often an act is decided on again because something else happened meanwhile. */
const attempts = 20

/** Puts one event into the chain that was decided on the state that it follows; `undefined` from `decide` means that nothing has to be said. */
export async function act(
  store: Custody,
  decide: (holdings: Holdings) => CustodyDraft | undefined | Promise<CustodyDraft | undefined>,
): Promise<CustodyEvent | undefined> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const holdings = await holdingsOf(store)
    const draft = await decide(holdings)
    if (draft === undefined) return undefined
    const written = await store.appendCustody([draft], { after: holdings.seq })
    if (written !== undefined) return written[0]
  }
  throw new FailureError(
    'Others keep writing to the custody of this store, so nothing was written; try again.',
  )
}
