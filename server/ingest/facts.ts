import type { RecordKind } from '../domain/record.ts'
import {
  sayAuthorisedRow,
  sayDecisionRow,
  sayEventRow,
  sayEvidenceRow,
  sayListingRow,
  sayRightRow,
  saySaleRow,
} from './facts/kinds/beside.ts'
import { sayFactoryRow } from './facts/kinds/factory.ts'
import { sayIdentityRow } from './facts/kinds/identity.ts'
import { sayLifeRow } from './facts/kinds/life.ts'
import { sayLinkRow } from './facts/kinds/link.ts'
import { sayParcelRow } from './facts/kinds/parcel.ts'
import { sayPlaceRow } from './facts/kinds/place.ts'
import { sayShopRow } from './facts/kinds/shop.ts'
import { sayTestBuyRow } from './facts/kinds/test-buy.ts'
import { sayTransferRow } from './facts/kinds/transfer.ts'
import type { Row, Unusable } from './facts/row.ts'

/** What the rows of each kind say. */
const sayers: Record<RecordKind, (row: Row) => Unusable | undefined> = {
  shop: sayShopRow,
  life: sayLifeRow,
  link: sayLinkRow,
  identity: sayIdentityRow,
  factory: sayFactoryRow,
  place: sayPlaceRow,
  listing: sayListingRow,
  sale: saySaleRow,
  transfer: sayTransferRow,
  parcel: sayParcelRow,
  test_buy: sayTestBuyRow,
  right: sayRightRow,
  authorised: sayAuthorisedRow,
  event: sayEventRow,
  evidence: sayEvidenceRow,
  decision: sayDecisionRow,
}

/** Says into `row` everything that a record of its kind means; the reason when its key cannot be made. */
export function sayFacts(kind: RecordKind, row: Row): Unusable | undefined {
  return sayers[kind](row)
}
