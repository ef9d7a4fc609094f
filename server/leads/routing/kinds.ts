import type { ConcernedRight } from '../../domain/leads/concerned-right.ts'
import type { AgencyKind } from '../../domain/leads/routing.ts'
import type { SourceRecord } from '../../domain/record.ts'
import { fieldOf } from '../record-field.ts'

/** Nice classes of cosmetics, medicines and medical devices. */
const drugClasses: ReadonlySet<string> = new Set(['3', '5', '10'])

/** Which kinds of agency may be competent: for drugs and the like by the classes of the rights, customs where a parcel names a port. */
export function agencyKinds(
  rights: readonly ConcernedRight[],
  records: readonly SourceRecord[],
): AgencyKind[] {
  const classes = rights.flatMap((right) => right.classes.map((one) => one.replace(/^0/, '')))
  const crosses = records.some(
    (record) => record.kind === 'parcel' && fieldOf(record, 'port') !== '',
  )
  return [
    'public_security',
    'market_regulation',
    ...(classes.some((one) => drugClasses.has(one)) ? (['drug_administration'] as const) : []),
    ...(crosses ? (['customs'] as const) : []),
  ]
}
