import { type Dice, diceFor, streams } from './dice.ts'

/** Something that is worked out when it is first asked for. */
export type Lazy<T> = () => T

/**
 * Something made with dice of its own, when it is first asked for: what it throws is settled now, by two throws of `dice`, so it is the
 * same whether and when anybody asks. It lets a cast be set up for its dates alone, and one of its shops be looked at without the others.
 */
export function later<T>(dice: Dice, make: (own: Dice) => T): Lazy<T> {
  const [seed, item] = [dice.int(2 ** 32), dice.int(2 ** 32)]
  return once(() => make(diceFor(seed, streams.fork, item)))
}

export function once<T>(make: () => T): Lazy<T> {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
