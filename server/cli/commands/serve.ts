import { randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'

import { z } from 'zod'

import { createApp } from '../../api/app.ts'
import { createJobBoard } from '../../api/job-board.ts'
import { openStores, type Stores } from '../../api/stores.ts'
import { createUploadRack } from '../../api/upload-rack.ts'
import { askHere } from '../../jobs/aside/long-works.ts'
import { type AskedStore, storeAside } from '../../jobs/aside/store-aside.ts'
import { openDemo } from '../../jobs/demo.ts'
import { packagePath, version } from '../../jobs/package-root.ts'
import { runInWorker } from '../../jobs/run-in-worker.ts'
import { openSigner } from '../../jobs/signing-key.ts'
import type { Store } from '../../store/port.ts'
import type { Command, Shell } from '../command.ts'
import { reportUnexpected } from '../failure.ts'
import { listen } from '../listen.ts'
import { claimStore, refuseServedStore } from '../owner.ts'
import { tellProgress } from '../progress.ts'
import { stopSignal } from '../stop-signal.ts'
import {
  defaultFolder,
  isRemote,
  keyFolder,
  leadTables,
  openOrMake,
  timeStampAuthority,
} from '../store-address.ts'
import { noteUnfinished } from '../unfinished-note.ts'

export const serve: Command = {
  name: 'serve',
  summary: 'Serves the explorer and the API on 127.0.0.1 (PORT, 8080 when absent)',
  positionals: [],
  options: z.object({}),
  async run({ store: address }, shell) {
    const instance = randomUUID()
    await using server = await listen(shell.config.PORT, instance)
    await refuseServedStore(address)
    await using own = await openOrMake(address, shell)
    await noteUnfinished(own, shell.terminal)
    await using asked = askedOf(own, address, shell)
    using _claim = claimStore({
      address: server.address,
      pid: process.pid,
      store: address,
      instance,
    })
    await using demo = await demoFor(address, await own.sources(), shell)
    const stores = openStores(asked, demo)
    await using uploads = createUploadRack(randomUUID)
    await using board = boardFor(stores, address, shell)
    server.answerWith(
      createApp({
        stores,
        board,
        uploads,
        now: shell.now,
        newId: randomUUID,
        signer: () => openSigner(keyFolder(address, shell), shell.now()),
        tables: leadTables(shell),
        authority: timeStampAuthority(shell),
        version,
        instance,
        clientFolder: packagePath('dist'),
        log: (error) => reportUnexpected(error, shell),
        checkAnswers: false,
      }),
    )
    const { role, store } = stores.served()
    shell.terminal.note(`Showing ${role === 'demo' ? 'the demo' : 'your data'} (${store.label}).`)
    await shell.terminal.out(`Revenant is ready at ${server.address}\n`)
    shell.terminal.note(`Stopping: ${await stopSignal()}.`)
    return 0
  },
}

/** Long reads of a folder hold up the thread that does them; a database on a server does them itself. */
function askedOf(own: Store, address: string, shell: Shell): AskedStore & AsyncDisposable {
  if (isRemote(address))
    return { store: own, ask: askHere(own), [Symbol.asyncDispose]: async () => {} }
  const log = (error: unknown) => reportUnexpected(error, shell)
  return storeAside(own, { address, environment: shell.config }, { log })
}

/** The demo, in a store of its own, for as long as the user's store is empty. */
async function demoFor(address: string, loaded: readonly unknown[], shell: Shell) {
  if (loaded.length > 0) return undefined
  const folder = join(isRemote(address) ? resolve(shell.folder, defaultFolder) : address, 'demo')
  return openDemo(folder, { now: shell.now, onProgress: tellProgress(shell.terminal) })
}

/** Heavy jobs work on the user's own store, each in a worker thread. */
function boardFor(stores: Stores, address: string, shell: Shell) {
  const board = createJobBoard({
    run: (job, onProgress) => runInWorker({ job, address, environment: shell.config }, onProgress),
    newId: randomUUID,
    onDone: () => stores.notice(),
    log: (error) => reportUnexpected(error, shell),
  })
  return { ...board, [Symbol.asyncDispose]: () => board.stop() }
}
