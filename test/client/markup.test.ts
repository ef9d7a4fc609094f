import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

const client = join(import.meta.dirname, '../../client')

const ways = [
  'dangerouslySetInnerHTML',
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'document.write',
  'createContextualFragment',
  'srcdoc',
  'eval(',
  'new Function',
]

describe('texts in the explorer', () => {
  it('have no way to become markup or a script', () => {
    const files = readdirSync(client, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(tsx?|html)$/.test(file))
      .map((file) => join(client, file))
    expect(files.length).to.be.above(100)
    const used = files.flatMap((file) => {
      const code = readFileSync(file, 'utf8').replaceAll(/^\s*(\/\/|\/?\*).*$/gm, '')
      return ways.filter((way) => code.includes(way)).map((way) => `${file}: ${way}`)
    })
    expect(used).to.deep.equal([])
  })
})
