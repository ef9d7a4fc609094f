import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import papaparse from 'papaparse'

import { fieldsOf } from '../../../server/ingest/fields.ts'
import { hostileStrings } from './strings.ts'

const demo = join(import.meta.dirname, '../../../datasets/demo/data')

/** Fields by which rows find each other, and those that would lose their sense: they stay as they are. */
const kept = new Set(
  `platform shop_id listing_id identity_id factory_id place_id evidence_id test_buy_id waybill right shop subject of evidence
  payee_account value phone email account registrant_id image products origin_address sender_address sender_name factory_name
  name_of reliability credibility`.split(/\s+/u),
)

/** Fields that hold nothing but a name: there the text stands alone. */
const names = new Set(['name', 'title'])

/**
 * The demo with a hostile text in every field that takes any text, written as NDJSON, which can hold all of them. A value that two rows
 * share stays shared, so that the same rings come out. Gives back the names that shops were given, by shop.
 */
export function writeHostileDataset(folder: string): ReadonlyMap<string, string> {
  mkdirSync(folder, { recursive: true })
  const description = JSON.parse(readFileSync(join(demo, 'dataset.json'), 'utf8')) as Description
  const shops = new Map<string, string>()
  const spoil = spoiler()
  for (const { file, kind } of description.files) {
    const { data } = papaparse.parse<Row>(readFileSync(join(demo, file), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    })
    const rows = data.map((row) => spoil(kind, row))
    if (kind === 'shop') {
      for (const { platform, shop_id: id, name } of rows)
        shops.set(`shop:${platform}/${id}`, String(name))
    }
    writeFileSync(join(folder, named(file)), rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  }
  const files = description.files.map(({ file, kind }) => ({ file: named(file), kind }))
  const hostile = { ...description, name: 'hostile', files }
  writeFileSync(join(folder, 'dataset.json'), JSON.stringify(hostile))
  if (readdirSync(folder).length === 0) throw new Error('nothing was written')
  return shops
}

interface Description {
  readonly files: readonly { readonly file: string; readonly kind: keyof typeof fieldsOf }[]
}

type Row = Readonly<Record<string, string>>
type SpoiltRow = Readonly<Record<string, string | readonly string[]>>

function named(file: string): string {
  return file.replace('.csv', '.ndjson')
}

/** Gives each text the next hostile one, and the same text the same again. */
function spoiler(): (kind: keyof typeof fieldsOf, row: Row) => SpoiltRow {
  const given = new Map<string, string>()
  let next = 0
  const hostile = (value: string) => {
    const known = given.get(value)
    if (known !== undefined) return known
    const text = hostileStrings[next % hostileStrings.length] ?? ''
    next += 1
    given.set(value, text)
    return text
  }
  return (kind, row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([, value]) => value !== '')
        .map(([name, value]) => {
          const field = fieldsOf[kind][name]
          const parts = field?.multiple === true ? value.split('|') : [value]
          const isText = field?.type === 'text' && !kept.has(name)
          const told = parts.map((part) => {
            if (!isText) return part
            return names.has(name) ? hostile(`${kind} ${part}`) : `${part} ${hostile(part)}`
          })
          return [name, field?.multiple === true ? told : (told[0] ?? '')]
        }),
    )
}
