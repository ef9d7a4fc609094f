import { distinct } from './counted.ts'
import type { RegisteredShop, Registrant, Registrants, Shown } from './registrants.ts'

/** Each shop once. */
export function shopsOf(shops: readonly string[], all: Registrants): RegisteredShop[] {
  return distinct(shops).flatMap((shop) => all.shops.get(shop) ?? [])
}

/** What the shops of somebody show. */
export function shownBy({ shops }: Registrant, all: Registrants): Shown[] {
  return shopsOf(shops, all).flatMap(({ shown }) => shown)
}

/** Contacts and accounts of somebody and of their shops, each once. */
export function valuesOf(person: Registrant, all: Registrants): string[] {
  const shown = shownBy(person, all)
  const used = shown.filter(({ type }) => type === 'REACHED_AT' || type === 'PAID_INTO')
  return distinct([...person.own, ...used.map(({ to }) => to)])
}
