import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as after } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { type Clean, type KillPoint, marks, type Words, wordsOf } from './kill-points.ts'

/** How long the first piece of work of a new process takes when nobody disturbs it: every killed one is a new process too. */
export async function cleanWork(parts: readonly string[]): Promise<Clean> {
  const child = started(parts)
  const since = await new Promise<Record<'ready' | 'writing' | 'written' | 'done', number>>(
    (resolve) => {
      const times = { ready: 0, writing: 0, written: 0, done: 0 }
      child.lines.on('line', (word) => {
        const at = performance.now()
        if (!marks.has(word)) resolve({ ...times, done: at })
        else times[word as 'ready'] = at
      })
    },
  )
  await ended(child)
  return {
    beforeMs: Math.round(since.writing - since.ready),
    writingMs: Math.round(since.written - since.writing),
    doneMs: Math.round(since.done - since.ready),
  }
}

/** Runs a process and kills it at a point of its work; what it said until then. */
export async function killedWork(parts: readonly string[], point: KillPoint): Promise<Words> {
  const child = started(parts)
  const said: string[] = []
  await new Promise<void>((resolve) => {
    child.lines.on('line', (word) => {
      said.push(word)
      if (word === point.after) resolve()
    })
  })
  await after(point.ms)
  await ended(child)
  return wordsOf(said)
}

function started(parts: readonly string[]) {
  const script = fileURLToPath(new URL('../support/evidence-until-killed.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...parts], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return { process: child, lines: createInterface({ input: child.stdout }) }
}

/** Kills it and reads what it said to the end. */
async function ended({ process: child, lines }: ReturnType<typeof started>): Promise<void> {
  const read = once(lines, 'close')
  child.kill('SIGKILL')
  const [, signal] = await once(child, 'exit')
  if (signal !== 'SIGKILL') throw new Error('the process ended by itself')
  await read
}
