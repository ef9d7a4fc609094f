import { bitCount, type PackedTexts, wordLength } from './packed-texts.ts'

/** How alike two texts are, by code: 0 for nothing in common, 1 for the same. */
export type Similarity = (a: number, b: number) => number

/** Winkler's bonus: this share of what is missing, for each of the first four characters that agree, where Jaro is above the bar. */
const prefixWeight = 0.1
const longestPrefix = 4
const bonusAbove = 0.7

/**
 * Jaro-Winkler similarity (Winkler 1990, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record
 * Linkage"), symmetric, over all texts of one column. Up to 32 characters a text is one machine word and matching is bit-parallel, with a
 * table of positions by character; longer texts take the plain way and give what the plain definition gives.
 *
 * @param floor below it 0 may stand for any similarity: two texts that have too few characters in common are not looked at further
 */
export function jaroWinkler(texts: PackedTexts, floor = 0): Similarity {
  const jaro = jaroOf(texts)
  return (a, b) => {
    const bonus = prefixWeight * commonPrefix(texts, a, b)
    const highest = highestJaro(texts, a, b)
    if (highest + bonus * (1 - highest) < floor) return 0
    const plain = jaro(a, b)
    return plain <= bonusAbove ? plain : plain + bonus * (1 - plain)
  }
}

function jaroOf(texts: PackedTexts): Similarity {
  const short = shortJaro(texts)
  const long = longJaro(texts)
  const { starts } = texts
  return (a, b) => {
    const lengthA = (starts[a + 1] as number) - (starts[a] as number)
    const lengthB = (starts[b + 1] as number) - (starts[b] as number)
    if (lengthA === 0 || lengthB === 0) return lengthA === lengthB ? 1 : 0
    const isShort = lengthA <= wordLength && lengthB <= wordLength
    return isShort ? short(a, b) : long(a, b)
  }
}

/** No Jaro similarity is above it: a character that the other text has nowhere matches nothing. */
function highestJaro({ starts, letters }: PackedTexts, a: number, b: number): number {
  const lengthA = (starts[a + 1] as number) - (starts[a] as number)
  const lengthB = (starts[b + 1] as number) - (starts[b] as number)
  if (lengthA === 0 || lengthB === 0) return 1
  const [inA, inB] = [letters[a] as number, letters[b] as number]
  const matches = Math.min(lengthA - bitCount(inA & ~inB), lengthB - bitCount(inB & ~inA))
  return (matches / lengthA + matches / lengthB + 1) / 3
}

function commonPrefix({ starts, units }: PackedTexts, a: number, b: number): number {
  const [startA, startB] = [starts[a] as number, starts[b] as number]
  const most = Math.min(
    longestPrefix,
    (starts[a + 1] as number) - startA,
    (starts[b + 1] as number) - startB,
  )
  let place = 0
  while (place < most && units[startA + place] === units[startB + place]) place++
  return place
}

/** Bit-parallel matching with position masks as Hyyrö has them: bit i of `positions[c]` says that character i of the first text is c. */
function shortJaro({ starts, units, alphabet }: PackedTexts): Similarity {
  const positions = new Int32Array(alphabet)
  return (a, b) => {
    const startA = starts[a] as number
    const startB = starts[b] as number
    const lengthA = (starts[a + 1] as number) - startA
    const lengthB = (starts[b + 1] as number) - startB
    for (let i = 0; i < lengthA; i++) {
      const unit = units[startA + i] as number
      positions[unit] = (positions[unit] as number) | (1 << i)
    }
    const reach = Math.max(0, (Math.max(lengthA, lengthB) >> 1) - 1)
    let takenA = 0
    let takenB = 0
    for (let j = 0; j < lengthB; j++) {
      const window = below(j + reach + 1) & ~below(j - reach)
      const free = (positions[units[startB + j] as number] as number) & window & ~takenA
      if (free === 0) continue
      takenA |= free & -free
      takenB |= 1 << j
    }
    for (let i = 0; i < lengthA; i++) positions[units[startA + i] as number] = 0
    const matches = bitCount(takenA)
    if (matches === 0) return 0
    const crossed = outOfOrder(units, startA, takenA, startB, takenB)
    return (matches / lengthA + matches / lengthB + (matches - (crossed >> 1)) / matches) / 3
  }
}

/** Places at which the matched characters of the two texts, each read in its own order, are not the same. */
function outOfOrder(
  units: Uint16Array,
  startA: number,
  takenA: number,
  startB: number,
  takenB: number,
): number {
  let crossed = 0
  for (let left = takenA, right = takenB; left !== 0; left &= left - 1, right &= right - 1) {
    const i = 31 - Math.clz32(left & -left)
    const j = 31 - Math.clz32(right & -right)
    if (units[startA + i] !== units[startB + j]) crossed++
  }
  return crossed
}

/** A word whose lowest `count` bits are set; −1 and all of them outside 0 … 31. */
function below(count: number): number {
  if (count <= 0) return 0
  return count < wordLength ? (1 << count) - 1 : -1
}

function longJaro({ starts, units }: PackedTexts): Similarity {
  return (a, b) => {
    const textA = units.subarray(starts[a], starts[a + 1])
    const textB = units.subarray(starts[b], starts[b + 1])
    const reach = Math.max(0, (Math.max(textA.length, textB.length) >> 1) - 1)
    const takenA = new Uint8Array(textA.length)
    const inB: number[] = []
    for (let j = 0; j < textB.length; j++) {
      const end = Math.min(textA.length, j + reach + 1)
      for (let i = Math.max(0, j - reach); i < end; i++) {
        if (takenA[i] === 1 || textA[i] !== textB[j]) continue
        takenA[i] = 1
        inB.push(textB[j] as number)
        break
      }
    }
    const matches = inB.length
    if (matches === 0) return 0
    const inA = textA.filter((_, i) => takenA[i] === 1)
    const crossed = inB.filter((unit, place) => unit !== inA[place]).length
    return (
      (matches / textA.length + matches / textB.length + (matches - (crossed >> 1)) / matches) / 3
    )
  }
}
