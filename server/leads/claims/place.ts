import type { PlaceFacts, PlaceUse } from '../../domain/place.ts'
import type { Sha256 } from '../../domain/units.ts'
import type { ClaimDraft } from '../claim.ts'
import type { ClaimWords } from '../words/en-claims.ts'
import type { ClaimContext } from './context.ts'

/** What is done at the places where the ring's goods may come from: what each row says, and on what basis. */
export function placeClaims({ core, words }: ClaimContext): ClaimDraft[] {
  const told = new Set<string>()
  return core.attributions.flatMap(({ places = [], shops }) =>
    places.flatMap((place): ClaimDraft[] => {
      if (told.has(place.key) || place.uses.length + place.visits.length === 0) return []
      told.add(place.key)
      return [
        {
          about: place.key,
          kind: 'supply',
          text: placeText(place, words),
          basis: 'observed',
          shops: [...shops],
          records: placeRecords([place]),
        },
      ]
    }),
  )
}

/** One place as a sentence: what is done there and who was there; and, where that is so, that nobody is on record to have seen it. */
export function placeText(
  { name, uses, visits, seenOnSite }: PlaceFacts,
  words: ClaimWords,
): string {
  const visited = visits.map(({ event, on, result }) =>
    words.happened(
      words.event[event] ?? event,
      on ?? '',
      '',
      result === undefined ? '' : (words.result[result] ?? result),
    ),
  )
  const text = words.place(name, [...uses.map((use) => useText(use, words)), ...visited])
  return seenOnSite ? text : `${text}${words.placeUnseen}`
}

/** Every record that says something of the places. */
export function placeRecords(places: readonly PlaceFacts[]): Sha256[] {
  return places.flatMap(({ uses, visits }) => [
    ...uses.flatMap(({ records }) => records),
    ...visits.map(({ record }) => record),
  ])
}

function useText({ role, basis, first, last, count }: PlaceUse, words: ClaimWords): string {
  const days = [...new Set([first, last].filter((day) => day !== undefined))].join(' – ')
  return words.placeUse(words.role[role ?? 'none'], words.basis[basis], days, count)
}
