import { mulberry32 } from '../../server/domain/random.ts'

/** What a record says, in the order of the file. */
export const personFields = ['first_name', 'surname', 'dob', 'phone', 'postcode', 'email'] as const

type Field = (typeof personFields)[number]

/** One record; undefined where it has no value. */
export interface Person extends Record<Field, string | undefined> {
  /** Who it is. */
  readonly cluster: number
}

/** By field, how often a duplicate has a slip of the pen, another person's value, or none. */
const faults: readonly { field: Field; slip: number; other: number; none: number }[] = [
  { field: 'first_name', slip: 0.25, other: 0.08, none: 0.02 },
  { field: 'surname', slip: 0.18, other: 0.05, none: 0.01 },
  { field: 'dob', slip: 0, other: 0, none: 0.08 },
  { field: 'phone', slip: 0.12, other: 0.3, none: 0.15 },
  { field: 'postcode', slip: 0.05, other: 0.3, none: 0.1 },
  { field: 'email', slip: 0.1, other: 0.25, none: 0.25 },
]
const syllables =
  'ba chen li wang zhou lin hu xu gao mei jun tao rong kai fei yun xin hong ping bo an der son ma ric el ti na vo kar'.split(
    ' ',
  )
const areas = ['aa', 'bn', 'ct', 'de', 'ex', 'gl', 'hd', 'ip']
const mailHosts = ['@mail.com', '@post.net', '@web.org']
const originals = 0.8
const wrongMonth = 0.12
const letters = 'abcdefghij'
const digits = '0123456789'
const day = 86_400_000

/**
 * Synthetic persons, a fifth of them damaged duplicates of an earlier one, in random order: names of syllables with a long tail, dates over 66
 * years, a postcode for some five, values swapped with strangers'. The same size and seed give the same records.
 */
export function generatePersons(size: number, seed: number): Person[] {
  const random = mulberry32(seed)
  const pick = (below: number) => Math.floor(random() * below)
  const firstNames = nameList(4000, pick)
  const surnames = nameList(40_000, pick)
  const people = Array.from({ length: Math.floor(size * originals) }, (_, cluster): Person => {
    const first = firstNames[Math.floor(random() ** 3 * firstNames.length)] ?? ''
    const last = surnames[Math.floor(random() ** 2.2 * surnames.length)] ?? ''
    return {
      cluster,
      first_name: first,
      surname: last,
      dob: new Date(Date.UTC(1940, 0, 1) + pick(24_000) * day).toISOString().slice(0, 10),
      phone: `07${String(pick(1e9)).padStart(9, '0')}`,
      postcode: `${areas[pick(areas.length)]}${1000 + pick(25_000)}`,
      email: `${first}.${last}${1 + pick(998)}${mailHosts[pick(mailHosts.length)]}`,
    }
  })
  const duplicates = Array.from({ length: size - people.length }, () =>
    damaged(people[pick(people.length)] as Person, people, random),
  )
  const records = [...people, ...duplicates].map((person) => withGaps(person, random))
  return shuffled(records, pick)
}

function nameList(size: number, pick: (below: number) => number): string[] {
  const names = new Set<string>()
  while (names.size < size)
    names.add(Array.from({ length: 2 + pick(3) }, () => syllables[pick(syllables.length)]).join(''))
  return [...names].toSorted()
}

function damaged(person: Person, people: readonly Person[], random: () => number): Person {
  const pick = (below: number) => Math.floor(random() * below)
  const copy = { ...person }
  for (const { field, slip, other } of faults) {
    const chance = random()
    if (chance < slip) copy[field] = withSlip(person[field] ?? '', random)
    else if (chance < slip + other) copy[field] = people[pick(people.length)]?.[field]
  }
  if (random() < wrongMonth) {
    const [year, , dayOfMonth = ''] = (person.dob ?? '').split('-')
    const month = String(1 + pick(12)).padStart(2, '0')
    copy.dob = `${year}-${month}-${Number(dayOfMonth) < 29 ? dayOfMonth : '28'}`
  }
  return copy
}

/** A character replaced or, less often, put in before it. */
function withSlip(text: string, random: () => number): string {
  const place = Math.floor(random() * text.length)
  const alphabet = /\d/.test(text[place] ?? '') ? digits : letters
  const character = alphabet[Math.floor(random() * alphabet.length)] ?? ''
  return text.slice(0, place) + character + text.slice(place + (random() < 0.6 ? 1 : 0))
}

function withGaps(person: Person, random: () => number): Person {
  const copy = { ...person }
  for (const { field, none } of faults) if (random() < none) copy[field] = undefined
  return copy
}

function shuffled<T>(items: readonly T[], pick: (below: number) => number): T[] {
  const copy = [...items]
  for (let last = copy.length - 1; 0 < last; last--) {
    const other = pick(last + 1)
    const moved = copy[last] as T
    copy[last] = copy[other] as T
    copy[other] = moved
  }
  return copy
}
