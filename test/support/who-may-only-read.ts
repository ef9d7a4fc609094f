import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

import { bin } from '../cli/server-process.ts'
import { reportOptional } from './availability.ts'

/** Permission bits do not bind root, so that its commands are run as somebody else. */
const nobody = 65_534
const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}

export interface Answer {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the command line in a process whose user may read a folder that {@link lock} was called on, and not write to it. */
export function asReader(folder: string, args: readonly string[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    ...user,
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, PORT: '0' },
  })
  return { code: status, out: stdout, err: stderr }
}

/** Lets nobody write to a folder and what lies in it, and everybody read it; what is returned undoes it. */
export function lock(folder: string): Disposable {
  const set = (folderMode: number, fileMode: number) => {
    chmodSync(folder, folderMode)
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), fileMode)
  }
  set(0o555, 0o444)
  return { [Symbol.dispose]: () => set(0o755, 0o644) }
}

/** Why nothing can be found out here, or undefined. */
export function cannotLock(): string | undefined {
  if (process.platform === 'win32') return 'permission bits of folders mean nothing on Windows'
  const { status } = spawnSync(process.execPath, [bin, '--version'], user)
  return status === 0 ? undefined : 'this user is root, and no other one may read the repository'
}

/** Says that such tests are not run. */
export function reportLock(reason: string): void {
  reportOptional('Stores that may only be read', reason)
}
