import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export const bin = fileURLToPath(new URL('../../bin/revenant.mjs', import.meta.url))

export interface ServerProcess extends AsyncDisposable {
  readonly address: string
  readonly process: ChildProcess
  /** Asks it to stop; resolves with its exit code. */
  stop(): Promise<number | null>
}

/** Starts `revenant serve` in a process of its own and waits until it says that it is ready. */
export async function startServer(folder: string, port: number): Promise<ServerProcess> {
  const child = spawn(process.execPath, [bin, 'serve'], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  let said = ''
  child.stderr.on('data', (part) => {
    said += String(part)
  })
  const address = await Promise.race([
    readyAddress(child),
    ended.then(() => Promise.reject(new Error(`the server ended early: ${said}`))),
  ])
  const stop = async () => {
    child.kill('SIGTERM')
    const [code] = await ended
    return code as number | null
  }
  return {
    address,
    process: child,
    stop,
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null) await stop()
    },
  }
}

async function readyAddress(child: ChildProcess): Promise<string> {
  let text = ''
  for await (const part of child.stdout ?? []) {
    text += String(part)
    const ready = /^Revenant is ready at (\S+)$/m.exec(text)
    if (ready?.[1] !== undefined) return ready[1]
  }
  throw new Error(`the server never became ready: ${text}`)
}
