import { pinyin } from 'pinyin-pro'

import type { NodeStatement } from '../domain/fact.ts'
import { type NodeKey, partsOf } from '../domain/keys.ts'
import { apostrophes } from '../domain/letters.ts'
import { foldCase, plainText } from '../domain/plain-text.ts'
import { simplified } from '../domain/simplified.ts'
import { remembered } from '../ingest/normalise/remembered.ts'
import { gap, plainTokens } from './plain-tokens.ts'

/**
 * How names are found, the same in both stores. Text is brought to one form and cut into runs of letters and digits;
 * every character of a run gives a token of itself and the next one, the last a token of itself alone. A phrase of
 * such tokens is found exactly where the text holds the searched text, in Chinese, in Latin script and inside account
 * numbers alike. Tokens are written as hexadecimal UTF-16, four digits a unit: no tokeniser of either database can
 * split, fold or interpret them, so both give the same hits and nothing typed by a user is ever query syntax.
 */
export function tokens(text: string): string {
  return plainTokens(text) ?? runs(text).map(grams).join(` ${gap} `)
}

/** What a search asks for: every term must be found. A term is a phrase, or the beginning of a token. */
export type SearchTerm =
  | { readonly kind: 'phrase'; readonly tokens: string }
  | { readonly kind: 'prefix'; readonly token: string }

/** The terms of a search, none when the text holds neither letters nor digits. */
export function searchTerms(text: string): SearchTerm[] {
  const asked = text.slice(0, maxQueryLength)
  const asNumber = ungrouped(asked)
  const found = asNumber === undefined ? runs(asked) : [asNumber]
  return [...new Set(found)].map((run) =>
    run.length === 1
      ? { kind: 'prefix', token: hexOf(run.charCodeAt(0)) }
      : { kind: 'phrase', tokens: grams(run).slice(0, -lastTokenLength) },
  )
}

/**
 * The text to index for a node: its key, its names, both with their numbers ungrouped, and its names in pinyin. The last part of its key is among the names, as it is what
 * a node is called that nobody names.
 */
export function nodeTokens(key: string, names: readonly string[]): string {
  const parts = partsOf(key as NodeKey)
  const readable = `${key.slice(0, key.indexOf(':'))}:${parts.join('/')}`
  const called = [...new Set([...names, parts.at(-1) ?? key])]
  const ofKey = readable === key ? [readable] : [readable, key]
  const texts = new Set(ofKey)
  for (const text of [...called, ...called.map(latin), ...[...parts, ...names].map(ungrouped)]) {
    if (text !== undefined && !ofKey.some((other) => other.includes(text))) texts.add(text)
  }
  return [...texts].map(tokens).join(` ${gap} `)
}

/** The text to index for a record that is no longer current: what it called every node that it names. */
export function statementTokens(statements: readonly NodeStatement[]): string {
  const texts = statements.map(({ key, name }) => nodeTokens(key, name ? [name] : []))
  return [...new Set(texts)].join(` ${gap} `)
}

/** Those of the terms that neither a node's key nor one of the names holds, as the indexes of both stores would say. */
export function missingTerms(
  key: string,
  names: readonly string[],
  terms: readonly SearchTerm[],
): SearchTerm[] {
  const indexed = ` ${nodeTokens(key, names)} `
  return terms.filter(
    (term) => !indexed.includes(term.kind === 'phrase' ? ` ${term.tokens} ` : ` ${term.token}`),
  )
}

/** Of a query; longer ones are cut, as a phrase of this length finds what it is after. */
const maxQueryLength = 200

/** Characters of a name that pinyin is kept for: names of people and shops, not whole addresses. */
const maxPinyinLength = 24

/** Digits as people group them: `+86 138 0013 8000`, `(020) 7183-8750`. */
const groupedNumber = /^[\d\s()+.-]*\d[\d\s()+.-]*$/

function runs(text: string): string[] {
  return normalForm(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

/** Compatibility forms, case, accents, scripts of digits, and traditional characters make no difference. */
function normalForm(text: string): string {
  return simplified(foldCase(plainText(text).replaceAll(apostrophes, "'")))
}

function grams(run: string): string {
  let unit = hexOf(run.charCodeAt(0))
  let written = ''
  for (let at = 1; at < run.length; at += 1) {
    const next = hexOf(run.charCodeAt(at))
    written += `${unit}${next} `
    unit = next
  }
  return written + unit
}

/** Of a token of one unit, with the space before it. */
const lastTokenLength = 5

const hexOfUnit: string[] = []

/** Four digits, kept once made: indexing spends most of its time here. */
function hexOf(unit: number): string {
  const known = hexOfUnit[unit]
  if (known !== undefined) return known
  const hex = unit.toString(16).padStart(4, '0')
  hexOfUnit[unit] = hex
  return hex
}

function ungrouped(text: string): string | undefined {
  const plain = plainText(text)
  return groupedNumber.test(plain) ? plain.replace(/\D/g, '') : undefined
}

/** `海在名表` as `haizaimingbiao hzmb`, so that a keyboard without Chinese finds it. */
function latin(name: string): string | undefined {
  if (name.length > maxPinyinLength || !/\p{Script=Han}/u.test(name)) return undefined
  const syllables = (name.match(/\p{Script=Han}+/gu) ?? []).flatMap(syllablesOf)
  return `${syllables.join('')} ${syllables.map((syllable) => syllable.slice(0, 1)).join('')}`
}

const inLatin = { toneType: 'none', type: 'array', nonZh: 'removed' } as const

/** Of characters beside one another: words reach no further, so that what stands between two such runs changes neither. */
const syllablesOf = remembered((run) => plainSyllables(run) ?? pinyin(run, inLatin))

/** The syllables of a run all of whose characters are read in one way only, which the words that they make do not change; undefined for any other. */
function plainSyllables(name: string): string[] | undefined {
  const syllables: string[] = []
  for (const character of name) {
    const read = readingOf(character)
    if (read === undefined) return undefined
    if (read !== '') syllables.push(read)
  }
  return syllables
}

/** Empty for what is not Chinese, undefined where the reading depends on the word. */
function readingOf(character: string): string | undefined {
  if (!readings.has(character)) readings.set(character, onlyReading(character))
  return readings.get(character)
}

/** As many as there are characters in use. */
const readings = new Map<string, string | undefined>()

function onlyReading(character: string): string | undefined {
  const [read = '', ...more] = pinyin(character, inLatin)
  const all = new Set(pinyin(character, { ...inLatin, multiple: true }))
  return more.length === 0 && all.size <= 1 ? read : undefined
}
