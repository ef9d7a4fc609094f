import { once } from 'node:events'
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'

import { mulberry32 } from '../../server/domain/random.ts'

const seed = 101

const columns =
  'platform,shop_id,name,url,opened_on,closed_on,category,brand,registrant_name,phone,email,account,account_scheme,origin_address'

/** A dataset of one file, `data/shops.csv`, each row of which is a shop with all that it shows: some four nodes and five relations a row. */
export async function writeWideRows(folder: string, rows: number): Promise<void> {
  mkdirSync(join(folder, 'data'))
  const random = mulberry32(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const file = createWriteStream(join(folder, 'data', 'shops.csv'))
  file.write(`${columns}\n`)
  for (let at = 0; at < rows; at += 1) {
    const day = `2024-0${1 + below(9)}-1${below(10)}`
    const line = [
      ...['taobao.com', at, `金莲花表行${below(rows)}`, `https://shop${at}.taobao.com/`, day, ''],
      ...[
        'shoes|bags',
        'Lotus',
        `王${below(rows)}`,
        `138${String(below(rows * 0.6)).padStart(8, '0')}`,
      ],
      ...[
        `seller${below(rows * 0.7)}@example.com`,
        `62220212345${String(below(rows * 0.6)).padStart(8, '0')}`,
      ],
      ...['bank', `"浙江省杭州市余杭区文一西路${below(rows * 0.3)}号, 仓库"`],
    ].join(',')
    if (!file.write(`${line}\n`)) await once(file, 'drain')
  }
  file.end()
  await finished(file)
  const description = {
    ...{ name: 'wide', source: 'made', licence: 'MIT', asOf: '2024-12-31', phoneRegion: 'CN' },
    files: [{ file: 'shops.csv', kind: 'shop' }],
  }
  writeFileSync(join(folder, 'data', 'dataset.json'), JSON.stringify(description))
}
