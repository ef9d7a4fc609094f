import type { Seen } from '../../../domain/fact.ts'
import { type NodeKey, nodeKey } from '../../../domain/keys.ts'
import { plainText } from '../../../domain/plain-text.ts'
import { sayAt, sayIsAt } from '../address.ts'
import { sayContacts } from '../contact.ts'
import { countryOf } from '../country.ts'
import { sayFactory } from '../factory.ts'
import { present, type Row } from '../row.ts'
import { heldFrom } from '../seen.ts'
import { siteName } from '../site-name.ts'

/** A business that makes goods, where it is and how it is reached. */
export function sayFactoryRow(row: Row): undefined {
  const seen = heldFrom(row, undefined, undefined)
  const id = row.one('factory_id') ?? ''
  const country = countryOf(row)
  const number = registrationOf(row)
  const registration =
    country === undefined || number === undefined ? undefined : { country, number }
  const factory = sayFactory(row, {
    id,
    name: row.one('name'),
    address: row.one('address'),
    registration,
    seen,
    about: {
      country,
      region: row.one('region'),
      registrationNumber: number,
      products: [...row.many('products')],
    },
  })
  if (factory === undefined) return undefined
  sayContacts(row, factory, ['phone'], seen)
  saySite(row, factory, { id, seen })
  return undefined
}

function registrationOf(row: Row): string | undefined {
  const typed = row.one('registration_number')
  return typed === undefined
    ? undefined
    : plainText(typed)
        .toUpperCase()
        .replaceAll(/[\s\p{Pd}]+/gu, '')
}

/** The building: by its address, or by coordinates alone as a place of the dataset's own. */
function saySite(
  row: Row,
  factory: NodeKey,
  { id, seen }: { readonly id: string; readonly seen: Seen },
): void {
  const [lat, lng] = [row.number('lat'), row.number('lng')]
  const about = { region: row.one('region'), lat, lng, crs: row.one('crs') }
  const address = row.one('address')
  if (address !== undefined) {
    const reason = sayAt(row, factory, { typed: address, seen, about, basis: 'reported' })
    if (reason === undefined) return
    row.refuse('address', address, reason)
  }
  if (lat === undefined || lng === undefined) return
  const key = nodeKey('Place', row.dataset.name, id)
  const place = row.node({
    key,
    kind: 'Place',
    name: siteName(about),
    properties: present(about),
    ...seen,
  })
  sayIsAt(row, factory, place, { seen, literal: `${lat}, ${lng}`, basis: 'reported' })
}
