import { mulberry32 } from '../../../server/domain/random.ts'
import { usccChecks } from '../../../server/domain/uscc.ts'
import { normaliseIdNumber } from '../../../server/ingest/normalise/id-number.ts'
import { isRefused } from '../../../server/ingest/normalise/normal.ts'
import { residentIdChecks } from '../../../server/ingest/normalise/resident-id.ts'
import { allOf, noneOf, type TortureFigure } from '../figure.ts'

export interface CheckCodes {
  /** Valid codes of each scheme. */
  readonly codes: number
  readonly seed: number
}

interface Scheme {
  readonly name: string
  readonly alphabet: string
  make(random: () => number): string
  checks(code: string): boolean
}

/**
 * Codes with a check character, made by an own account of their standards (GB 32100-2015, GB 11643-1999): every valid one is taken, and no code with one character another or two neighbors
 * exchanged is.
 */
export function checkCodes({ codes, seed }: CheckCodes): TortureFigure[] {
  const random = mulberry32(seed)
  const tried = { valid: 0, changed: 0, refused: [] as string[], missed: [] as string[] }
  for (const scheme of schemes) {
    for (let at = 0; at < codes; at += 1) tryCode(scheme, random, tried)
  }
  const { valid, changed, refused, missed } = tried
  return [
    allOf('valid check-digit codes taken', valid, refused),
    { name: 'substitutions and exchanges tried', value: changed, unit: 'codes' },
    noneOf('substitutions and exchanges not noticed', 'codes', missed),
  ]
}

interface Tried {
  valid: number
  changed: number
  readonly refused: string[]
  readonly missed: string[]
}

function tryCode(scheme: Scheme, random: () => number, tried: Tried): void {
  const code = scheme.make(random)
  tried.valid += 1
  if (!scheme.checks(code) || isRefused(normaliseIdNumber(code, {}))) tried.refused.push(code)
  for (const other of neighbors(code, scheme.alphabet, random)) {
    tried.changed += 1
    if (scheme.checks(other)) tried.missed.push(`${scheme.name} ${code} as ${other}`)
  }
}

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const schemes: readonly Scheme[] = [
  {
    name: 'USCC',
    alphabet: usccAlphabet,
    make(random) {
      const body = `${text(random, usccAlphabet, 2)}${text(random, '0123456789', 6)}${text(random, usccAlphabet, 9)}`
      const sum = [...body].reduce(
        (total, character, at) => total + usccAlphabet.indexOf(character) * (3 ** at % 31),
        0,
      )
      return body + usccAlphabet.charAt((31 - (sum % 31)) % 31)
    },
    checks: usccChecks,
  },
  {
    name: 'resident identity number',
    alphabet: '0123456789X',
    make(random) {
      const year = 1950 + Math.floor(random() * 60)
      const month = String(1 + Math.floor(random() * 12)).padStart(2, '0')
      const day = String(1 + Math.floor(random() * 28)).padStart(2, '0')
      const body = `${text(random, '123456', 1)}${text(random, '0123456789', 5)}${year}${month}${day}${text(random, '0123456789', 3)}`
      const sum = [...body].reduce(
        (total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11),
        0,
      )
      return body + '0123456789X'.charAt((12 - (sum % 11)) % 11)
    },
    checks: residentIdChecks,
  },
]

/** One other character at every place, and every two different neighbors exchanged. */
function* neighbors(code: string, alphabet: string, random: () => number): Generator<string> {
  for (let at = 0; at < code.length; at += 1) {
    const others = alphabet.replace(code.charAt(at), '')
    const other = others.charAt(Math.floor(random() * others.length))
    yield code.slice(0, at) + other + code.slice(at + 1)
    const [one, next] = [code.charAt(at), code.charAt(at + 1)]
    if (next !== '' && next !== one) yield code.slice(0, at) + next + one + code.slice(at + 2)
  }
}

function text(random: () => number, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join(
    '',
  )
}
