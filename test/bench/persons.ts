import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

import { figuresAlone, figuresOf, printFigures } from './bench-figures.ts'
import type { BenchOptions } from './bench-options.ts'
import { inTemporaryFolder } from './in-temporary-folder.ts'
import { generatePersons, personFields } from './person-generator.ts'

/**
 * Resolves synthetic persons (`--records N`) from a file: six channels and five rules of blocking. With `--python PYTHON`, an interpreter that has Splink gets
 * the same file in the same call, with the settings of its documentation for such records, and `ratio` is its figure over ours. Starting either
 * program does not count.
 */
export async function measurePersons({ records, python }: BenchOptions): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const file = join(folder, 'persons.csv')
    writePersons(file, records)
    const own = figuresAlone('persons-alone', file)
    const peer =
      python === undefined
        ? {}
        : figuresOf(python, [join(import.meta.dirname, 'peer-splink.py'), 'persons', file])
    printFigures('persons', { records: [records, 'count'], ...own }, peer)
  })
}

function writePersons(file: string, records: number): void {
  const out = openSync(file, 'w')
  writeSync(out, `unique_id,cluster,${personFields.join(',')}\n`)
  let block = ''
  for (const [id, person] of generatePersons(records, 7).entries()) {
    const texts = personFields.map((field) => person[field] ?? '')
    block += `${id},${person.cluster},${texts.join(',')}\n`
    if (block.length < 2 ** 20) continue
    writeSync(out, block)
    block = ''
  }
  writeSync(out, block)
  closeSync(out)
}
