import { companyCore } from '../company-core.ts'
import { foldText, withOneLeftOut } from '../fold-text.ts'
import { textColumn } from '../kernels/text-column.ts'
import { latin, soundsOf } from '../romanized.ts'
import type { IdentityRecord } from './identity-records.ts'
import type { IdentityChannel, IdentityTable } from './identity-table.ts'
import { type Keys, keysOfTexts, pairedKeys, sharedKeys } from './keys.ts'

/** What more registrants share together with a name proposes nobody. */
const mostHolders = 20
/** In a store with fewer registrants, made-up strangers make up the number: a handful says little about how rare a value is. */
const leastRecords = 200
/** Of a shorter name every other one is a letter away. */
const shortest = 5

type Field = Exclude<keyof IdentityRecord, 'id' | 'isCompany' | 'name'>

const fields: readonly [Field, IdentityChannel['near'], string][] = [
  ['number', 'code', 'number'],
  ['birthDate', 'date', 'birth'],
  ['address', 'words', 'address'],
  ['phone', 'code', 'contact'],
  ['email', 'handle', 'contact'],
  ['account', 'code', 'money'],
]

/**
 * Registrants as a table to resolve. Names are compared as they sound, companies' without trade and legal form. Two records are proposed when their
 * names are a letter apart at most and something else is the same, so that no session could be learnt from: what agreement is worth is the guess against chance.
 */
export function recordTable(records: readonly IdentityRecord[]): IdentityTable {
  const names = records.map(soundOf)
  const kinds = records.map(({ isCompany }) => (isCompany ? 'company' : 'person'))
  const columns = fields.map(([field, near, family]) => {
    const texts = among(records.map((record) => foldText(record[field] ?? '')))
    const channel = { channel: field, family, near, column: textColumn(texts), teaches: false }
    return { channel, keys: sharedKeys(keysOfTexts(texts, (text) => (text === '' ? [] : [text]))) }
  })
  const sharesAny = (place: number) => columns.some(({ keys }) => hasKeys(keys, place))
  // Names count together with something else that is the same alone, and have twenty keys each.
  const nameKeys = keysOfTexts(
    among(names).map((_, place) => (sharesAny(place) ? String(place) : '')),
    (place) => (place === '' ? [] : keysOfName(records[Number(place)], names[Number(place)] ?? '')),
  )
  return {
    records: among(names).length,
    channels: [
      {
        channel: 'name',
        family: 'who',
        near: 'name',
        column: textColumn(among(names.map((name, record) => `${kinds[record]} ${name}`))),
        teaches: false,
      },
      ...columns.map(({ channel }) => channel),
    ],
    rules: columns.map(({ keys }) => ({
      keys: pairedKeys(nameKeys, keys),
      mostHolders,
    })),
  }
}

function hasKeys({ starts }: Keys, place: number): boolean {
  return (starts[place] as number) < (starts[place + 1] as number)
}

/** The texts of all records, and of made-up ones that are like nobody. */
function among(texts: readonly string[]): readonly string[] {
  const missing = Math.max(0, leastRecords - texts.length)
  const madeUp = Array.from({ length: missing }, (_, n) => unlikeAny(n))
  return [...texts, ...madeUp]
}

/** One rare character, twelve times over: no two of these have a letter in common, so that none is near another. */
function unlikeAny(n: number): string {
  return String.fromCodePoint(firstRare + n).repeat(12)
}

const firstRare = 0x3400

/** A letter may be wrong in a name of some length, and a character in a Chinese one of three or more. */
function keysOfName(record: IdentityRecord | undefined, sound: string): string[] {
  if (record === undefined) return []
  const { name, isCompany } = record
  const folded = foldText(name)
  const written = /^\p{Script=Han}{3,}$/u.test(folded) ? withOneLeftOut(folded) : []
  const sounds = sound.length < shortest ? [sound] : withOneLeftOut(sound)
  return [...sounds, ...written].map((key) => `${isCompany ? 'company' : 'person'} ${key}`)
}

function soundOf({ name, isCompany }: IdentityRecord): string {
  if (!isCompany) return soundsOf(name)[0] ?? ''
  return latin(companyCore(foldText(name))).replaceAll(' ', '')
}
