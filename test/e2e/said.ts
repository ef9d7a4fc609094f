import { leads as leadsInEnglish } from '../../client/i18n/en/leads.ts'
import { english } from '../../client/i18n/en/messages.ts'
import type { Language } from '../../client/i18n/i18n.ts'
import { leads as leadsInChinese } from '../../client/i18n/zh-hans/leads.ts'
import { chinese } from '../../client/i18n/zh-hans/messages.ts'

type Values = Readonly<Record<string, string | number>>

/** What the explorer calls a thing, by the id of the message; what has no value yet may be anything. */
export type Said = (id: string, values?: Values) => RegExp

const messages: Readonly<Record<Language, object>> = {
  en: { ...english, ...leadsInEnglish },
  zh: { ...chinese, ...leadsInChinese },
}

/** Names as the explorer says them in a language; a key or a count may follow, as in “Accept A”. */
export function saidIn(language: Language): Said {
  return (id, values = {}) => {
    const parts = textsOf(messages[language], id).map((text) => patternOf(text, values))
    return new RegExp(`^(?:${parts.join('|')})(?:[^\\p{L}].*)?$`, 'su')
  }
}

/** The text of a message, or its forms for one and for several. */
function textsOf(all: object, id: string): readonly string[] {
  const [group = '', name = ''] = id.split('.')
  const texts = (all as Record<string, Record<string, string>>)[group] ?? {}
  const found = [name, `${name}_one`, `${name}_other`].flatMap((key) => texts[key] ?? [])
  if (found.length === 0) throw new Error(`no message is called ${id}`)
  return found
}

function patternOf(text: string, values: Values): string {
  return text
    .split(/\{\{(\w+)\}\}/u)
    .map((part, place) => (place % 2 === 0 ? escaped(part) : textOf(values[part])))
    .join('')
}

function textOf(value: string | number | undefined): string {
  return value === undefined ? '.*?' : escaped(String(value))
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
}
