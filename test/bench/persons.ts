import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { generatePersons, personFields } from './person-generator.ts'

/**
 * `node --import tsx test/bench/persons.ts [--records N] [--python PYTHON]`: resolves synthetic persons from a file, six channels and five rules
 * of blocking, one line of JSON a figure. PYTHON is an interpreter that has Splink: it gets the same file in the same call, with the settings of
 * its documentation for such records, and `ratio` is its figure over ours. Starting either program does not count.
 */
const { values: options } = parseArgs({
  options: { records: { type: 'string', default: '1000000' }, python: { type: 'string' } },
})
const folder = mkdtempSync(join(tmpdir(), 'revenant-persons-'))
try {
  const file = join(folder, 'persons.csv')
  writePersons(file, Number(options.records))
  const own = figuresOf(process.execPath, [...process.execArgv, beside('persons-resolve.ts'), file])
  const peer =
    options.python === undefined
      ? undefined
      : figuresOf(options.python, [beside('persons-splink.py'), file])
  for (const [name, [value, unit]] of Object.entries(own)) {
    print(`persons: ${name}`, value, unit, peer?.[name]?.[0])
  }
} finally {
  rmSync(folder, { recursive: true })
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

function beside(file: string): string {
  return join(import.meta.dirname, file)
}

/** What a program prints: one object of value and unit by figure. */
function figuresOf(program: string, args: readonly string[]): Record<string, [number, string]> {
  const lines = execFileSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return JSON.parse(lines.trim().split('\n').at(-1) ?? '{}')
}

function print(name: string, value: number, unit: string, peer: number | undefined): void {
  const round = (figure: number) => Math.round(figure * 1e4) / 1e4
  const compared = peer === undefined ? {} : { ratio: round(peer / value), peer: round(peer) }
  process.stdout.write(`${JSON.stringify({ name, value: round(value), unit, ...compared })}\n`)
}
