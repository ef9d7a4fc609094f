import { coined, shopName } from './names.ts'
import {
  freshAccount,
  freshCompany,
  freshEmail,
  freshImages,
  freshPerson,
  freshPhone,
  type Maker,
  ownOrigin,
  type Traits,
} from './traits.ts'

interface Change {
  readonly field: string
  /** Probability that a return changes it, at evasion 1. */
  readonly probability: number
  /** The trait made new; `kept` is what becomes of it otherwise. */
  readonly made: (was: Traits, make: Maker) => Partial<Traits>
  readonly kept?: (was: Traits, make: Maker) => Partial<Traits>
}

/** What a seller alters between a closed shop and the next, from the design's prototype (its probabilities are assumptions, not counts). */
const changes: readonly Change[] = [
  {
    field: 'name',
    probability: 0.9,
    made: ({ trade }, { dice }) => ({ name: shopName(dice, trade) }),
  },
  { field: 'person', probability: 0.68, made: (_, make) => ({ person: freshPerson(make) }) },
  {
    field: 'company',
    probability: 0.55,
    made: ({ trade }, make) => ({ company: freshCompany(make, trade) }),
  },
  {
    field: 'phone',
    probability: 0.6,
    made: (_, make) => ({ phone: freshPhone(make) }),
    kept: (was, { dice }) =>
      dice.chance(0.35) ? { phone: oneDigitOff(was.phone, dice.int(4)) } : {},
  },
  {
    field: 'email',
    probability: 0.65,
    made: (_, make) => ({ email: freshEmail(make) }),
    kept: (was, { dice }) =>
      dice.chance(0.4)
        ? { email: was.email.replace(/\d+/, (n) => String(Number(n) + 1 + dice.int(9))) }
        : {},
  },
  {
    field: 'messenger',
    probability: 0.6,
    made: (_, make) => ({ messenger: `${coined(make.dice)}${make.serial()}` }),
  },
  {
    field: 'device',
    probability: 0.5,
    made: (_, make) => ({ device: `dev-${make.serial().toString(16)}-n` }),
  },
  { field: 'account', probability: 0.6, made: (_, make) => ({ account: freshAccount(make) }) },
  {
    field: 'origin',
    probability: 0.55,
    made: (was, make) => ({ origin: moved(was.origin, make) }),
  },
  { field: 'factory', probability: 0.2, made: (_, { market }) => ({ factory: market.factory() }) },
  {
    field: 'images',
    probability: 0.25,
    made: (_, make) => ({ images: freshImages(make, 30) }),
    kept: fewerImages,
  },
  { field: 'words', probability: 0.5, made: rewritten },
]

/**
 * What a seller has after a return, and which fields changed. Evasion 1 changes as the table says; at 0 a third as eagerly, and
 * above 1 more with every step: the chance to keep a field is raised to the power of 0.35 + 0.65 × evasion.
 */
export function changedTraits(
  was: Traits,
  make: Maker,
  evasion: number,
): { readonly traits: Traits; readonly changed: readonly string[] } {
  let traits = was
  const changed: string[] = []
  for (const { field, probability, made, kept } of changes) {
    const keeps = (1 - probability) ** (0.35 + 0.65 * evasion)
    if (make.dice.chance(1 - keeps)) {
      traits = { ...traits, ...made(traits, make) }
      changed.push(field)
    } else traits = { ...traits, ...kept?.(traits, make) }
  }
  return { traits, changed }
}

/** Another digit at one of the last four places. */
function oneDigitOff(phone: string, place: number): string {
  const at = phone.length - 1 - place
  return `${phone.slice(0, at)}${(Number(phone[at]) + 1 + (place % 8)) % 10}${phone.slice(at + 1)}`
}

/** Mostly next door; at times to a parcel hub, or away. */
function moved(was: string, make: Maker): string {
  const how = make.dice.real()
  const village = was.split(' ')[0] ?? was
  if (how < 0.6 && !village.includes('集运站')) return `${village} ${make.serial()} 号`
  return how < 0.75 ? make.market.hub() : ownOrigin(make)
}

function fewerImages(was: Traits, make: Maker): Partial<Traits> {
  const kept = was.images.filter(() => make.dice.chance(0.65))
  return { images: [...kept, ...freshImages(make, make.dice.int(20))] }
}

function rewritten(was: Traits, { dice }: Maker): Partial<Traits> {
  return { words: was.words.map((word) => (dice.chance(0.5) ? word : coined(dice))) }
}
