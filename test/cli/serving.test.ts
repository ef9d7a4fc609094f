import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

import { Health } from '../../server/contract/health.ts'
import {
  smallFiles,
  temporaryFolder,
  writeDataset,
  writeSmallDataset,
} from '../jobs/small-dataset.ts'
import { revenant } from './command-line.ts'
import { type ServerProcess, startServer } from './server-process.ts'

const port = 18_110

describe('a server, and commands in a second terminal', () => {
  let temporary: ReturnType<typeof temporaryFolder>
  let server: ServerProcess
  let folder: string
  before(async () => {
    temporary = temporaryFolder()
    folder = temporary.path
    server = await startServer(folder, port)
  })
  after(async () => {
    await server[Symbol.asyncDispose]()
    temporary[Symbol.dispose]()
  })

  const health = async () =>
    Health.parse(await (await fetch(`${server.address}/api/health`)).json())

  it('shows the demo, detected, while there is no data of the user’s own', async () => {
    const { store, run } = await health()
    expect(store.role).to.equal('demo')
    expect(run?.summary.rings).to.be.greaterThan(0)
  })

  it('says which port is taken and how to choose another', async () => {
    const { code, err } = await revenant(folder, ['serve'], { PORT: String(port) })
    expect(code).to.equal(1)
    expect(err).to.equal(
      `revenant: Port ${port} is taken by another program; choose another, such as \`PORT=8081 npm start\`.\n`,
    )
  })

  it('is the only server of its store', async () => {
    const { code, err } = await revenant(folder, ['serve'], { PORT: '0' })
    expect(code).to.equal(1)
    expect(err).to.match(
      /already serves the store in .* at http:\/\/127\.0\.0\.1:18110 \(process \d+\)/,
    )
  })

  it('refuses a dataset that means nothing, with code 2, as a command alone does', async () => {
    const { code, err, out } = await revenant(folder, ['load', 'nowhere'])
    expect({ code, out }).to.deep.equal({ code: 2, out: '' })
    expect(err).to.match(/^revenant: There is nothing at .*nowhere; [^\n]+\.\n$/)
  })

  it('fails with code 1 and the reason when a file is cut off, and shows the demo still', async () => {
    writeDataset(folder, 'cut', { files: { 'shop.csv': 'platform,shop_id\na,"1' } })
    const { code, err } = await revenant(folder, ['load', 'cut'])
    expect(code).to.equal(1)
    expect(err).to.match(/shop\.csv/)
    expect((await health()).store.role).to.equal('demo')
  })

  it('loads for the command, prints the same report, and changes over to the user’s own data', async () => {
    writeSmallDataset(folder)
    const { code, out } = await revenant(folder, ['load', 'small'])
    expect(code).to.equal(0)
    expect(JSON.parse(out)).to.include({ dataset: 'small', rows: 8, accepted: 8, unchanged: 0 })
    const { store, datasets, run } = await health()
    expect({ role: store.role, datasets, run }).to.deep.equal({
      role: 'own',
      datasets: ['small'],
      run: undefined,
    })
  })

  it('detects for the command, and the page sees the new run without a reload', async () => {
    const { code, out } = await revenant(folder, ['detect'])
    expect(code).to.equal(0)
    const run = JSON.parse(out)
    expect(run.summary.shops).to.equal(6)
    expect((await health()).run).to.deep.equal(run)
  })

  it('finds the same when the same is loaded and detected with no server', async () => {
    const [alone, served] = ['alone', '.revenant'].map((store) => ['--store', store])
    expect((await revenant(folder, ['load', 'small', ...(alone ?? [])])).code).to.equal(0)
    expect((await revenant(folder, ['detect', ...(alone ?? [])])).code).to.equal(0)
    for (const what of ['links', 'rings', 'graph']) {
      const [one, other] = [
        await revenant(folder, ['export', what, ...(alone ?? [])]),
        await revenant(folder, ['export', what, ...(served ?? [])]),
      ]
      expect(one.out).to.not.equal('')
      expect(one.out).to.equal(other.out)
    }
  })

  it('ends cleanly when asked, and leaves nothing that names it', async () => {
    const claim = join(folder, '.revenant', 'server.json')
    expect(JSON.parse(readFileSync(claim, 'utf8'))).to.include({ pid: server.process.pid })
    expect(await server.stop()).to.equal(0)
    expect(existsSync(claim)).to.equal(false)
  })

  it('what a dead server left behind is ignored and removed', async () => {
    const claim = join(folder, '.revenant', 'server.json')
    for (const pid of [server.process.pid, process.pid]) {
      const left = { address: server.address, pid, store: join(folder, '.revenant'), instance: 'x' }
      writeFileSync(claim, JSON.stringify(left))
      const { code, out } = await revenant(folder, ['load', 'small'])
      expect(code).to.equal(0)
      expect(JSON.parse(out)).to.include({ unchanged: Object.keys(smallFiles).length })
      expect(existsSync(claim)).to.equal(false)
    }
  })
})
