import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of its own for one test, gone afterwards. */
export function temporaryFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'revenant-test-'))
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}

const header =
  'platform,shop_id,name,opened_on,closed_on,closed_because,phone,email,account,account_scheme,registrant_name,registrant_kind,factory_id,factory_name'

/** Two chains of re-registration, one factory behind the first, and a stranger; invented. */
const shops = [
  'taobao.com,101,Golden Lotus,2024-01-10,2024-03-01,counterfeit,+8613800000001,lotus@example.com,6222021234567890123,bank,Li Wei,person,F1,Putian Shoes',
  'taobao.com,102,Golden Lotus 2,2024-03-08,2024-06-10,counterfeit,+8613800000001,lotus2@example.com,6222021234567890123,bank,Wang Fang,person,F1,Putian Shoes',
  'taobao.com,103,金莲花表行,2024-06-15,,,+8613800000002,lotus2@example.com,6222021234567890123,bank,Zhang Min,person,F1,Putian Shoes',
  'jd.com,201,Silver Heron,2024-02-01,2024-05-01,counterfeit,+8613900000009,heron@example.org,6217000000000000009,bank,Chen Jie,person,,',
  'jd.com,202,Silver Heron Outlet,2024-05-05,,,+8613900000009,heron@example.org,6217000000000000009,bank,Chen Jie,person,,',
  'jd.com,301,Quiet Stranger,2023-05-05,,,+8613700000077,quiet@example.net,6217000000000000077,bank,Zhao Lei,person,,',
]

const events = [
  'subject,event,on,result',
  'shop:taobao.com/101,closure,2024-03-01,counterfeit',
  'shop:taobao.com/102,closure,2024-06-10,counterfeit',
]

export interface DatasetFiles {
  readonly name?: string
  readonly asOf?: string
  /** Countries that its rows may go to; anywhere when absent. */
  readonly mayGoTo?: readonly string[]
  /** Content by file name; the record kind is the name without its extension. */
  readonly files: Readonly<Record<string, string>>
}

/** Writes a dataset into a new folder under `parent` and returns its path. */
export function writeDataset(
  parent: string,
  folder: string,
  { name = 'small', asOf = '2024-07-31', mayGoTo, files }: DatasetFiles,
): string {
  const path = join(parent, folder)
  mkdirSync(path, { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text)
  const description = {
    name,
    source: 'invented for a test',
    licence: 'MIT',
    asOf,
    timeZone: 'Asia/Shanghai',
    phoneRegion: 'CN',
    ...(mayGoTo !== undefined && { mayGoTo }),
    files: Object.keys(files).map((file) => ({ file, kind: file.replace(/\..*$/, '') })),
  }
  writeFileSync(join(path, 'dataset.json'), JSON.stringify(description))
  return path
}

export const smallFiles = {
  'shop.csv': `${[header, ...shops].join('\n')}\n`,
  'event.csv': `${events.join('\n')}\n`,
} as const

/** The small dataset that most tests here load. */
export function writeSmallDataset(parent: string): string {
  return writeDataset(parent, 'small', { files: smallFiles })
}

/** A right that a lead about any ring can be said to concern, in a dataset of its own; invented. */
export function writeRightDataset(parent: string): string {
  const text =
    'right_id,office,number,holder,mark\nlotus-word,An invented office,M-1,Lotus SA,Lotus\n'
  return writeDataset(parent, 'rights', { name: 'rights', files: { 'right.csv': text } })
}

/** What an author names to attach it. */
export const rightStated = 'lotus-word'
