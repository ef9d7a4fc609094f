import { LifeBegan, LifeEnded } from '../domain/life.ts'
import { placeBases, placeRoles } from '../domain/place.ts'
import type { RecordKind } from '../domain/record.ts'

/** What a field takes; the deeper forms (phone, address, …) are made where the fact is. */
export type FieldType =
  | 'text'
  | 'date'
  | 'number'
  | 'latitude'
  | 'longitude'
  | 'url'
  | 'sha256'
  | readonly string[]

export interface Field {
  readonly required: boolean
  /** Takes several values: separated by `|` in CSV, an array in NDJSON. */
  readonly multiple: boolean
  readonly type: FieldType
}

/** Lists names as documentation writes them: `*` after a required field, `[]` after one with several values. */
function text(names: string, type: FieldType = 'text'): Record<string, Field> {
  return Object.fromEntries(
    names
      .split(' ')
      .map((name) => [
        name.replace(/(\[\])?\*?$/, ''),
        { required: name.endsWith('*'), multiple: name.includes('[]'), type },
      ]),
  )
}

const date = (names: string) => text(names, 'date')
const number = (names: string) => text(names, 'number')
const oneOf = (names: string, values: readonly string[]) => text(names, values)
const words = (list: string) => list.split(' ')

const entityKinds = words('person company')
const basis = words('orders public_counter estimate')
const accountKinds = words('shop live_room page group mini_program site promoter')
const linkKinds = words(
  'registrant phone email messenger device domain tracking_id wifi ip account origin factory promotes resells_for',
)
const events = words(
  'complaint warning notice_served closure appeal reinstated takedown inspection penalty site_visit raid seizure customs_detention freeze judgment outcome',
)

/** The fields of each record kind, and what each takes. */
export const fieldsOf: Readonly<Record<RecordKind, Readonly<Record<string, Field>>>> = {
  shop: {
    ...text('platform* shop_id* name category[] brand[]'),
    ...oneOf('account_kind', accountKinds),
    ...text('url', 'url'),
    ...date('opened_on closed_on seen_on'),
    ...oneOf('closed_because', LifeEnded.options),
    ...text(
      'registrant_name registrant_id registrant_address phone[] email[] messenger[] device[] domain[]',
    ),
    ...oneOf('registrant_kind', entityKinds),
    ...text('account[] account_scheme account_holder origin_address[] origin_postcode'),
    ...text('origin_region origin_crs factory_id factory_name factory_address'),
    ...text('origin_lat', 'latitude'),
    ...text('origin_lng', 'longitude'),
  },
  life: {
    ...text('platform* shop_id*'),
    ...date('from* to'),
    ...oneOf('began', LifeBegan.options),
    ...oneOf('ended', LifeEnded.options),
  },
  link: {
    ...text('platform* shop_id*'),
    ...oneOf('kind*', linkKinds),
    ...text('value* value_name value_scheme role evidence[]'),
    ...date('first_seen last_seen'),
  },
  identity: {
    ...text('identity_id* name id_number id_scheme country address postcode place occupation'),
    ...oneOf('kind', entityKinds),
    ...date('birth_date'),
    ...text('phone[] email[] account[] runs[]'),
  },
  factory: {
    ...text('factory_id* name registration_number address region crs country products[] phone[]'),
    ...text('lat', 'latitude'),
    ...text('lng', 'longitude'),
  },
  place: {
    ...text('place_id* address region crs of evidence[]'),
    ...text('lat', 'latitude'),
    ...text('lng', 'longitude'),
    ...number('accuracy_m'),
    ...oneOf('role', placeRoles),
    ...oneOf('basis', placeBases),
    ...date('seen_on'),
  },
  listing: {
    ...text('platform* shop_id* listing_id* title currency brand image[]'),
    ...number('price'),
    ...oneOf('image_scheme', words('opaque phash64 phash256')),
    ...date('seen_on'),
  },
  sale: {
    ...text('platform* shop_id* listing_id currency evidence[]'),
    ...date('from* to*'),
    ...number('orders units gross refunded suspected_brushing cost'),
    ...oneOf('basis*', basis),
  },
  transfer: {
    ...text('from_account* to_account* currency evidence[]'),
    ...number('amount'),
    ...date('on*'),
  },
  parcel: {
    ...text('waybill* carrier shop sender_name sender_phone sender_address first_scan_place'),
    ...date('sent_on received_on'),
    ...text('seal_no consignor consignee declared_goods port evidence[]'),
  },
  test_buy: {
    ...text('test_buy_id* platform* shop_id* listing_id order_no currency payee_account waybill'),
    ...date('ordered_on* received_on verified_on'),
    ...number('paid'),
    ...oneOf('result', words('counterfeit genuine unclear pending')),
    ...text('verifier right sample_kept evidence[]'),
    ...oneOf('verifier_kind', words('holder laboratory agency')),
  },
  right: {
    ...text('right_id* office* number* holder* mark classes[] evidence[]'),
    ...date('valid_from valid_to'),
  },
  authorised: { ...text('right_id* party* territory'), ...date('from to') },
  event: {
    ...text('subject* by authority decision_no currency covert note evidence[]'),
    ...oneOf('event*', events),
    ...date('on*'),
    ...oneOf('result', words('upheld rejected counterfeit genuine unclear')),
    ...number('amount units'),
  },
  evidence: {
    ...text('evidence_id* file collected_by place method device'),
    ...text('sha256', 'sha256'),
    ...date('collected_at'),
    ...oneOf('reliability', words('A B C D E F')),
    ...oneOf('credibility', words('1 2 3 4 5 6')),
  },
  decision: {
    ...text('a* b* by* because'),
    ...oneOf('verdict*', words('same different unsure')),
    ...oneOf('basis*', words('ground_truth blind reviewed')),
    ...date('on*'),
  },
}
