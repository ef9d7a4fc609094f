import { compareText } from '../domain/canonical.ts'
import { growingIntegers } from '../domain/columns/growing.ts'
import { type Incidence, incidenceOf } from '../rings/raw/incidence.ts'

/** Something that shops can have in common: a telephone, an account. */
export interface Identifier {
  readonly kind: string
  readonly value: string
}

/** Memberships as numbers, with what the numbers stand for: shops by name, identifiers by kind, then value. */
export interface NumberedMemberships {
  readonly shops: readonly string[]
  readonly identifiers: readonly Identifier[]
  readonly incidence: Incidence
}

export interface MembershipBook {
  add(shop: string, identifier: Identifier): void
  /** Everything added so far, numbered in sorted order: the same memberships in any order give the same numbers. */
  numbered(): NumberedMemberships
}

/** A dictionary code for every shop and identifier as it is met; 8 bytes a membership beside them. */
export function membershipBook(): MembershipBook {
  const shops = new Map<string, number>()
  const identifiers = new Map<string, number>()
  const shop = growingIntegers()
  const identifier = growingIntegers()
  return {
    add(name, { kind, value }) {
      shop.push(codeOf(shops, name))
      identifier.push(codeOf(identifiers, `${kind}\0${value}`))
    },
    numbered() {
      const [byName, byText] = [sorted(shops), sorted(identifiers)]
      return {
        shops: byName.texts,
        identifiers: byText.texts.map(identifierOf),
        incidence: incidenceOf(shops.size, identifiers.size, {
          shop: shop.taken().map((code) => byName.ranks[code] as number),
          identifier: identifier.taken().map((code) => byText.ranks[code] as number),
        }),
      }
    },
  }
}

function codeOf(codes: Map<string, number>, text: string): number {
  const known = codes.get(text)
  if (known !== undefined) return known
  codes.set(text, codes.size)
  return codes.size - 1
}

function sorted(codes: ReadonlyMap<string, number>) {
  const texts = [...codes.keys()].toSorted(compareText)
  const ranks = new Int32Array(texts.length)
  for (const [rank, text] of texts.entries()) ranks[codes.get(text) ?? 0] = rank
  return { texts, ranks }
}

function identifierOf(text: string): Identifier {
  const end = text.indexOf('\0')
  return { kind: text.slice(0, end), value: text.slice(end + 1) }
}
