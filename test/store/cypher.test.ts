import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'
import neo4j, { type Driver } from 'neo4j-driver'

import { EdgeType, NodeKind } from '../../server/domain/graph.ts'
import * as custodyQueries from '../../server/store/neo4j/custody-queries.ts'
import { labelsInUse, typesInUse } from '../../server/store/neo4j/foreign-graph.ts'
import * as graphQueries from '../../server/store/neo4j/graph-queries.ts'
import * as pastQueries from '../../server/store/neo4j/past-queries.ts'
import * as recordQueries from '../../server/store/neo4j/record-queries.ts'
import * as runQueries from '../../server/store/neo4j/run-queries.ts'
import { migrations } from '../../server/store/neo4j/schema.ts'
import * as storeQueries from '../../server/store/neo4j/store-queries.ts'
import * as unfinishedQueries from '../../server/store/neo4j/unfinished-queries.ts'
import { neo4jForTests } from '../support/neo4j-server.ts'
import { stores } from '../support/stores.ts'

const server = await neo4jForTests()
const everyType = EdgeType.options.join('|')
const everyKind = NodeKind.options.join('|')
const folder = join(import.meta.dirname, '../../cypher')
const bound: readonly { readonly name: string; readonly text: string }[] = [
  ...migrations.flat(),
  ...[labelsInUse, typesInUse],
  ...[
    storeQueries,
    custodyQueries,
    recordQueries,
    pastQueries,
    graphQueries,
    runQueries,
    unfinishedQueries,
  ].flatMap((queries) => Object.values(queries)),
]

describe('cypher/', () => {
  it('holds exactly the statements that the store binds, each once', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.cypher'))
      .map((file) => file.replaceAll('\\', '/').replace(/\.cypher$/, ''))
    expect(files.toSorted()).to.deep.equal(bound.map(({ name }) => name).toSorted())
  })

  for (const { name, text } of bound) {
    it(`${name} says its purpose, its parameters, its rows and its index`, () => {
      const lines = text.split('\n')
      const header = lines.filter((line) => line.startsWith('//'))
      const body = lines.filter((line) => !line.startsWith('//')).join('\n')
      expect(lines.slice(0, header.length)).to.deep.equal(header)
      expect(header[0]).to.match(/^\/\/ [A-Z].+\.$/)
      expect(header.at(-1)).to.match(/^\/\/ (Uses|Scans|Makes) .+\.$/)
      expect(header.filter((line) => line.startsWith('// →'))).to.have.length(1)
      const documented = header.flatMap((line) => /^\/\/ (\$\w+) /.exec(line)?.[1] ?? [])
      const used = [...body.matchAll(/\$\w+/g)].map(([parameter]) => parameter)
      expect(documented.toSorted()).to.deep.equal([...new Set(used)].toSorted())
      expect(body).not.to.match(/apoc|gds/i)
    })

    if (/-counts$/.test(name) && /count store/.test(text)) {
      it(`${name} counts everything that there is to count`, () => {
        const counted = [...text.matchAll(/RETURN '(\w+)' AS/g)].map(([, one]) => one)
        const named = [...text.matchAll(/:(\w+)[)\]]/g)].map(([, one]) => one)
        expect(counted).to.deep.equal(named)
        expect([everyType, everyKind]).to.include(counted.join('|'))
      })
    }

    it(`${name} follows relations of one type, or of every type that there is`, () => {
      const lists = [...text.matchAll(/\[relation:(\w+(?:\|\w+)+)\]/g)].map(([, list]) => list)
      expect([...new Set(lists)].filter((list) => list !== everyType)).to.deep.equal([])
    })
  }
})

if ('uri' in server) {
  const { uri } = server
  describe('cypher/ under EXPLAIN', () => {
    let driver: Driver
    before(async () => {
      await using _migrated = await stores.neo4j?.()
      driver = neo4j.driver(
        uri,
        neo4j.auth.basic(process.env.NEO4J_USERNAME ?? 'neo4j', process.env.NEO4J_PASSWORD ?? ''),
      )
    })
    after(() => driver.close())

    for (const { name, text } of bound.filter(({ name }) => !name.startsWith('schema/'))) {
      it(`${name} is planned without a word of warning, and starts where its header says`, async () => {
        const session = driver.session({ database: 'neo4j' })
        const { summary } = await session.run(`EXPLAIN ${text}`, parametersOf(text))
        await session.close()
        expect((summary.notifications ?? []).filter(isWarning)).to.deep.equal([])
        if (/^\/\/ Scans|then a scan/m.test(text)) return
        const scans = operatorsOf(summary.plan).filter((operator) =>
          /AllNodesScan|AllRelationshipsScan|RelationshipTypeScan|NodeByLabelScan/.test(operator),
        )
        expect(scans).to.deep.equal([])
      })
    }
  })
}

const samples: Readonly<Record<string, unknown>> = {
  string: 'REACHED_AT',
  integer: 1n,
  float: 0.5,
  boolean: true,
  list: [],
  map: {},
  bytes: new Int8Array(1),
}

/** A value of the type that the header gives for each parameter. */
function parametersOf(text: string): object {
  return Object.fromEntries(
    [...text.matchAll(/^\/\/ \$(\w+)\s+(\w+)/gm)].map(([, name = '', type = '']) => [
      name,
      samples[type],
    ]),
  )
}

/** An empty database does not know the names of what it will hold. */
function isWarning({ category }: { readonly category: string }): boolean {
  return category !== 'UNRECOGNIZED'
}

interface Plan {
  readonly operatorType: string
  readonly children: Plan[]
}

function operatorsOf(plan: Plan | false): string[] {
  return plan ? [plan.operatorType, ...plan.children.flatMap(operatorsOf)] : []
}
