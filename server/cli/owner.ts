import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'

import { FailureError } from '../domain/failure.ts'
import { callServer, SilentServerError } from './call-server.ts'
import { isRemote } from './store-address.ts'

/** The server process that owns an embedded store, as it wrote itself down in the store's folder. */
const Owner = z.object({
  /** `http://127.0.0.1:8080`. */
  address: z.url({ protocol: /^http$/ }),
  pid: z.int().positive(),
  store: z.string(),
  /** Given anew at every start: a stranger on the same port, or a reused process id, is not taken for the owner. */
  instance: z.string(),
})
export type Owner = z.infer<typeof Owner>

/** The live server that owns the store, or undefined; what a dead one left behind is removed. */
export async function findOwner(store: string): Promise<Owner | undefined> {
  if (isRemote(store)) return undefined
  const owner = readOwner(store)
  if (owner === undefined) return undefined
  if (isRunning(owner.pid) && (await answers(owner))) return owner
  removeOwner(store)
  return undefined
}

/** Throws a FailureError when another server owns the store. */
export async function refuseServedStore(store: string): Promise<void> {
  const owner = await findOwner(store)
  if (owner === undefined) return
  throw new FailureError(
    `Revenant already serves the store in ${store} at ${owner.address} (process ${owner.pid}); open that, or stop it first.`,
  )
}

/** Writes down in the store's folder that a server owns it; the returned object takes it back. */
export function claimStore(owner: Owner): Disposable {
  if (isRemote(owner.store)) return { [Symbol.dispose]: () => undefined }
  try {
    writeFileSync(ownerFile(owner.store), `${JSON.stringify(owner)}\n`, { flag: 'wx' })
  } catch (cause) {
    throw new FailureError(
      `Another server has just taken the store in ${owner.store}; open that one instead.`,
      { cause },
    )
  }
  return {
    [Symbol.dispose]() {
      if (readOwner(owner.store)?.instance === owner.instance) {
        rmSync(ownerFile(owner.store), { force: true })
      }
    },
  }
}

/** Where this user may only read it stays, and is nobody's all the same. */
function removeOwner(store: string): void {
  try {
    rmSync(ownerFile(store), { force: true })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error
  }
}

function ownerFile(store: string): string {
  return join(store, 'server.json')
}

function readOwner(store: string): Owner | undefined {
  try {
    return Owner.parse(JSON.parse(readFileSync(ownerFile(store), 'utf8')))
  } catch {
    // Absent, half written or edited by hand: none of these is a server that could be asked.
    return undefined
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: it runs, under another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether the address answers as the very process that wrote the file, or is too busy to say. */
async function answers({ address, instance }: Owner): Promise<boolean> {
  try {
    const answer = await callServer(address, { method: 'GET', path: '/api/health' })
    return answer.instance === instance
  } catch (error) {
    return error instanceof SilentServerError
  }
}
