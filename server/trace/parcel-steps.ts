import type { TraceStep } from '../domain/attribution.ts'
import type { Sha256 } from '../domain/units.ts'
import type { Parcel } from './parcels.ts'
import type { Supply } from './supply.ts'

/**
 * What a parcel says beyond the address that it was sent from: `SENT_BY` the factory that sent it, `SCANNED_AT` the place of the first scan where the
 * record names it by key, and that the factory `SHIPS_FROM` the `origins` that the parcel left from.
 */
export function parcelSteps(
  shop: string,
  { record, scannedAt }: Parcel,
  sender: string | undefined,
  origins: readonly string[],
): TraceStep[] {
  const records: Sha256[] = [record]
  const steps: TraceStep[] = []
  if (sender !== undefined) {
    steps.push({ from: shop, relation: 'SENT_BY', to: sender, records })
    for (const to of origins) steps.push({ from: sender, relation: 'SHIPS_FROM', to, records })
  }
  if (scannedAt !== undefined && /^(place|origin|factory):/u.test(scannedAt)) {
    steps.push({ from: shop, relation: 'SCANNED_AT', to: scannedAt, records })
  }
  return steps
}

/**
 * The factory that is consignor or whose name stands as the sender's. Where several bear the name, it is the one that the shops reach by other ways; where that does
 * not tell either, it stands for none of them.
 */
export function senderOf(
  { senderName, consignor }: Parcel,
  {
    factoriesNamed,
    factories,
  }: Pick<Supply, 'factoriesNamed'> & {
    readonly factories: Pick<Supply['factories'], 'standsFor'>
  },
  isReached: (factory: string) => boolean,
): string | undefined {
  if (consignor?.startsWith('factory:') === true)
    return factories.standsFor.get(consignor) ?? consignor
  const named = senderName === undefined ? [] : (factoriesNamed.get(senderName) ?? [])
  if (named.length <= 1) return named[0]
  const near = named.filter(isReached)
  return near.length === 1 ? near[0] : undefined
}
