import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { expect } from 'chai'

import { smallFiles, temporaryFolder, writeDataset } from '../jobs/small-dataset.ts'
import { revenant } from './command-line.ts'
import { bin } from './server-process.ts'

/** Takes seconds to write. */
const manyShops = `platform,shop_id,phone\n${Array.from(
  { length: 60_000 },
  (_, at) => `taobao.com,many-${at},138${String(at).padStart(8, '0')}\n`,
).join('')}`

/** Written bytes that are there long before all rows are. */
const someBytes = 2_000_000

/** Loads in a process of its own, and kills it while it writes. */
async function killWhileLoading(folder: string): Promise<void> {
  const child = spawn(process.execPath, [bin, 'load', 'small'], {
    cwd: folder,
    env: { PATH: process.env.PATH },
    stdio: 'ignore',
  })
  const log = join(folder, '.revenant/store.sqlite-wal')
  while (child.exitCode === null && !(existsSync(log) && someBytes < statSync(log).size)) {
    await setTimeout(20)
  }
  child.kill('SIGKILL')
  const [, signal] = await once(child, 'exit')
  expect(signal).to.equal('SIGKILL')
}

describe('after a load that was killed', () => {
  it('every command says what is there only in part and what to do, until it is loaded again', async () => {
    using temporary = temporaryFolder()
    const folder = temporary.path
    const files = { 'event.csv': smallFiles['event.csv'], 'shop.csv': manyShops }
    writeDataset(folder, 'small', { files: { ...files, 'life.csv': 'platform,shop_id,from\n' } })
    await killWhileLoading(folder)
    const told =
      /only a part of small\/life\.csv, small\/shop\.csv, as a load which began on \d{4}-\d\d-\d\d \d\d:\d\d UTC has not ended.+load the dataset again.+revenant withdraw/
    const exported = await revenant(folder, ['export', 'records'])
    expect(exported.code).to.equal(0)
    expect(exported.err).to.match(told)
    const detected = await revenant(folder, ['detect'])
    expect(detected.code, detected.err).to.equal(0)
    expect(detected.err).to.match(told)
    expect(JSON.parse(detected.out).summary.unfinished).to.have.length(2)
    const loaded = await revenant(folder, ['load', 'small'])
    expect(loaded.err).not.to.match(/only a part/)
    expect(JSON.parse(loaded.out)).to.include({ rows: 60_002, quarantined: 0, unchanged: 1 })
    expect((await revenant(folder, ['export', 'quarantine'])).err).to.equal('')
  }).timeout(120_000)
})
