import { gzipSync } from 'node:zlib'

import { workbookParts, zipped } from '../../ingest/workbook.ts'
import type { Attack } from './hostile-files.ts'

/** Few bytes that want to be many, and cells as large as nobody writes them. */
export async function* largeAttacks(): AsyncGenerator<Attack> {
  const start = 'platform,shop_id,name\ntaobao.com,1,'
  const cell = 'x'.repeat(10 * 2 ** 20)
  const csvs: Readonly<Record<string, string>> = {
    'a cell of 10 MB': `${start}${cell}\n`,
    'a quoted cell of 10 MB': `${start}"${cell}"\n`,
    'a million quotes': `${start}${'"'.repeat(1_000_000)}\n`,
    'an odd million of quotes': `${start}${'"'.repeat(1_000_001)}\n`,
    'a quote that is never closed, and 40 MB behind it': `${start}"${'a,b\n'.repeat(10 * 2 ** 20)}`,
    'a million delimiters': `${start}${','.repeat(1_000_000)}\n`,
    'a million empty lines': `${start}a\n${'\n'.repeat(1_000_000)}`,
    'a million NULs': `${start}${'\0'.repeat(1_000_000)}\n`,
    'carriage returns alone': `${start}a\n`.replaceAll('\n', '\r').repeat(1_000),
  }
  for (const [name, text] of Object.entries(csvs)) {
    yield { name, file: 'a.csv', bytes: Buffer.from(text) }
  }
  yield {
    name: 'gzip bomb',
    file: 'a.csv.gz',
    bytes: gzipSync(`${start}a\n${'\n'.repeat(2 ** 28)}`),
  }
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const nested = `{"platform":"x","shop_id":"1","name":${deep}}\n`
  yield { name: 'JSON in a hundred thousand lists', file: 'a.ndjson', bytes: Buffer.from(nested) }
  yield* bombs()
}

async function* bombs(): AsyncGenerator<Attack> {
  const rows = [
    ['platform', 'shop_id', 'name'],
    ['taobao.com', '1', 'a'],
  ]
  const parts = () => new Map<string, Uint8Array | string>(workbookParts([{ name: 'A', rows }]))
  const sheet = 'xl/worksheets/sheet1.xml'
  const whole = String(parts().get(sheet))
  const inside = (more: string) => whole.replace('</sheetData>', `${more}</sheetData>`)
  const cell = '<row><c t="inlineStr"><is><t>a</t></is></c></row>'
  const evil: Readonly<Record<string, Map<string, Uint8Array | string>>> = {
    'a part of 300 MB of zeros': parts().set('xl/media/a.bin', Buffer.alloc(300 * 2 ** 20)),
    'a sheet of 200 MB of spaces': parts().set(sheet, inside(' '.repeat(200 * 2 ** 20))),
    'two million equal rows': parts().set(sheet, inside(cell.repeat(2_000_000))),
    'a billion laughs': parts().set(
      sheet,
      whole.replace(
        '<worksheet',
        '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet',
      ),
    ),
    'elements in a hundred thousand elements': parts().set(sheet, inside('<a>'.repeat(100_000))),
    'a cell beyond the last column': parts().set(
      sheet,
      inside('<row><c r="ZZZZ9" t="str"><v>a</v></c></row>'),
    ),
  }
  for (const [name, archive] of Object.entries(evil)) {
    yield { name: `workbook: ${name}`, file: 'a.xlsx', bytes: await zipped(archive) }
  }
}
