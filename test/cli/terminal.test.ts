import { Writable } from 'node:stream'

import { expect } from 'chai'

import { explainFailure } from '../../server/cli/failure.ts'
import { printLines } from '../../server/cli/print.ts'
import { openTerminal, ReaderGoneError } from '../../server/cli/terminal.ts'
import { FailureError } from '../../server/domain/failure.ts'

describe('the terminal', () => {
  it('ends quietly when nobody reads the result any more', async () => {
    const terminal = openTerminal({ stdout: broken('EPIPE'), stderr: sink([]), clock: () => 0 })
    const error = await terminal.out('x').catch((thrown: unknown) => thrown)
    expect(error).to.be.instanceOf(ReaderGoneError)
    expect(explainFailure(error, { terminal, debug: false })).to.equal(0)
  })

  it('says why a result could not be written', async () => {
    const terminal = openTerminal({ stdout: broken('ENOSPC'), stderr: sink([]), clock: () => 0 })
    const error = await terminal.out('x').catch((thrown: unknown) => thrown)
    expect(error).to.be.instanceOf(FailureError)
  })

  it('hands on many short lines in few writes', async () => {
    const writes: string[] = []
    const terminal = openTerminal({ stdout: sink(writes), stderr: sink([]), clock: () => 0 })
    await printLines(terminal, lines(100_000))
    expect(writes.length).to.be.lessThan(20)
    expect(writes.join('').split('\n')).to.have.length(100_001)
  })

  it('shows no stack for what should not have happened, and one under REVENANT_DEBUG', () => {
    const said: string[] = []
    const terminal = openTerminal({ stdout: sink([]), stderr: sink(said), clock: () => 0 })
    expect(
      explainFailure(new TypeError('x is not a function'), { terminal, debug: false }),
    ).to.equal(1)
    expect(said.join('')).to.equal(
      'revenant: Something broke that should not have (x is not a function); REVENANT_DEBUG=1 shows where.\n',
    )
    explainFailure(new TypeError('x is not a function'), { terminal, debug: true })
    expect(said.join('')).to.match(/\n {4}at /)
  })
})

async function* lines(count: number): AsyncIterable<string> {
  for (let line = 0; line < count; line += 1) yield `${line % 10}\n`
}

function sink(parts: string[]): Writable {
  return new Writable({
    write(part, _encoding, done) {
      parts.push(String(part))
      done()
    },
  })
}

function broken(code: string): Writable {
  return new Writable({
    write(_part, _encoding, done) {
      done(Object.assign(new Error(`write ${code}`), { code }))
    },
  })
}
