/** What tables hold of an address in columns of their own. `unit` is a second line: a floor, a room, a building. */
export const addressParts = [
  ...(['country', 'province', 'city', 'county', 'district', 'town'] as const),
  ...(['street', 'house', 'unit', 'postcode'] as const),
] as const
export type AddressPart = (typeof addressParts)[number]

/** How an address that is not Chinese is written: `12 Mill Road, Leeds, LS1 4AB` or `Mühlweg 12, 04109 Leipzig`. */
export const addressOrders = ['en', 'de'] as const
export type AddressOrder = (typeof addressOrders)[number]
