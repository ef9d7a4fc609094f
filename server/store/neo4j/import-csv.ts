import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

import { FailureError } from '../../domain/failure.ts'

/** What a cell may hold; a list holds texts alone. */
type Cell = string | boolean | number | bigint | readonly string[]

/** A column by its header, as `neo4j-admin database import` reads it without the type: `key:ID(thing)` or the name of a property. */
export type Cells = Readonly<Record<string, Cell>>

/** Divides the items of a list; no text of a list may hold it. */
const listDelimiter = '\u001F'

/** Characters that wait to be written to a file. */
const charactersAtOnce = 1_000_000

/**
 * Files of rows that the importer of Neo4j reads, all in one folder: rows of one kind with the same columns of the same types stand in one file, as its first line says for all
 * of them which these are.
 */
export function importCsv(folder: string) {
  const files = new Map<string, CsvFile>()
  let isMultiline = false
  return {
    /** A row of nodes with these labels (`Thing:Shop`), or of relations of this type. */
    put(what: 'nodes' | 'relationships', kind: string, cells: Cells): void {
      const entries = Object.entries(cells)
      const header = entries.map(([column, value]) => column + typeOf(column, value)).join(',')
      const name = `${what} ${kind} ${header}`
      const known = files.get(name)
      const file = known ?? csvFile(folder, `${what}-${files.size + 1}.csv`, header)
      if (known === undefined) files.set(name, file)
      const line = entries.map(([, value]) => written(value)).join(',')
      isMultiline ||= line.includes('\n') || line.includes('\r')
      file.add(line)
    },
    /** Ends the files, and gives what the importer is to be told, a line each. */
    end(): readonly string[] {
      for (const file of files.values()) file.end()
      const named = Array.from(files, ([name, file]) => {
        const [what, kind] = name.split(' ')
        return `--${what}=${kind}=${file.name}`
      })
      return [...named, '--array-delimiter=U+001F', `--multiline-fields=${isMultiline}`]
    },
  }
}

interface CsvFile {
  readonly name: string
  add(line: string): void
  end(): void
}

function csvFile(folder: string, name: string, header: string): CsvFile {
  const file = openSync(join(folder, name), 'wx')
  let waiting = `${header}\n`
  const write = () => {
    writeSync(file, waiting)
    waiting = ''
  }
  return {
    name,
    add(line) {
      waiting += `${line}\n`
      if (charactersAtOnce <= waiting.length) write()
    },
    end() {
      write()
      closeSync(file)
    },
  }
}

/** Columns that say which node is meant have a type in their header. */
function typeOf(column: string, value: Cell): string {
  if (column.includes(':')) return ''
  if (typeof value === 'string') return ':string'
  if (typeof value === 'bigint') return ':long'
  if (typeof value === 'number') return ':double'
  return typeof value === 'boolean' ? ':boolean' : ':string[]'
}

/** Text in quotes, so that an empty one is none that is missing. */
function written(value: Cell): string {
  if (typeof value === 'string') return quoted(value)
  if (!Array.isArray(value)) return String(value)
  if (value.some((item) => item.includes(listDelimiter))) {
    throw new FailureError(
      'A list of values holds the control character U+001F, which divides lists in files for the importer; copy this store to the server itself.',
    )
  }
  return quoted(value.join(listDelimiter))
}

function quoted(text: string): string {
  return `"${text.includes('"') ? text.replaceAll('"', '""') : text}"`
}
