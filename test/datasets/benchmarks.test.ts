import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

const folder = join(import.meta.dirname, '../../datasets/benchmarks')
const sets = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
)

describe('the benchmark sets', () => {
  it('have their licence beside them', () => {
    expect(sets).to.not.have.length(0)
    for (const set of sets) expect(existsSync(join(folder, set, 'LICENSE')), set).to.equal(true)
  })

  it('are listed in the README with the checksum of every file', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8')
    const listed = [...readme.matchAll(/`([0-9a-f]{64})` +`([^`]+)`/g)]
    const actual = sets.flatMap((set) =>
      readdirSync(join(folder, set, 'data')).map((file) => {
        const path = join(set, 'data', file)
        return [
          createHash('sha256')
            .update(readFileSync(join(folder, path)))
            .digest('hex'),
          path,
        ]
      }),
    )
    expect(listed.map(([, sha256, path]) => [sha256, path])).to.have.deep.members(actual)
  })
})
