import { availableParallelism } from 'node:os'
import { MessageChannel, type MessagePort, receiveMessageOnPort } from 'node:worker_threads'

import { failure } from '../../domain/refusals.ts'
import { type Hands, oneHand, type Task } from '../../linkage/hands.ts'
import { fromPlain } from '../heavy-job.ts'
import { beginThread } from '../thread.ts'
import {
  type HandAnswer,
  type HandOrder,
  type HandPlace,
  nextPiece,
  piecesToTake,
  told,
} from './hand-order.ts'

/** Unless somebody asks for more. */
const mostHands = 4
/** A piece takes seconds at most; when no hand has answered for so long, there is none any longer. */
const patienceMs = 600_000

/** How many threads weigh pairs here: never more than there are cores. */
export function handsFor(asked = mostHands): number {
  return Math.min(asked, availableParallelism())
}

/** Hands that are to be let go of. */
export interface OpenHands extends Hands, AsyncDisposable {}

/**
 * So many threads: the one that asks and others, which take pieces in turn with it. Asking waits for all pieces without giving way to anybody, so it is for threads that nobody waits for.
 * Rejects where a thread does not begin.
 */
export async function openHands(count: number): Promise<OpenHands> {
  const others = Array.from({ length: count - 1 }, beginHand)
  const ports = others.map(({ port }) => port)
  const end = async () => {
    await Promise.all(others.map(({ worker }) => worker.terminate()))
  }
  try {
    await Promise.all(others.map(({ begun }) => begun))
  } catch (error) {
    await end()
    throw error
  }
  return {
    each: ports.length === 0 ? oneHand.each : eachBy(ports),
    [Symbol.asyncDispose]: end,
  }
}

function beginHand() {
  const { port1: port, port2 } = new MessageChannel()
  const place: HandPlace = { port: port2 }
  const worker = beginThread(new URL('./hand.ts', import.meta.url), place, [port2])
  const begun = new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject)
  })
  return { worker, port, begun }
}

function eachBy(ports: readonly MessagePort[]): Hands['each'] {
  let orders = 0
  return <Input, Piece, Output>(
    task: Task<Input, Piece, Output>,
    input: Input,
    pieces: readonly Piece[],
    tell?: (done: number) => void,
  ) => {
    const turn = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
    const order = orders++
    const asked = { order, task: task.name, input, pieces, turn } satisfies HandOrder
    for (const port of ports) port.postMessage(asked)
    const outputs: Output[] = []
    try {
      const work = task.begin(input)
      let own = 0
      for (const place of piecesToTake(asked)) {
        outputs[place] = work(pieces[place] as Piece)
        own++
        tell?.(place + 1)
      }
      for (const [place, output] of answersTo(asked, ports, pieces.length - own))
        outputs[place] = output as Output
    } finally {
      // Where it failed, nobody is to go on.
      Atomics.store(turn, nextPiece, pieces.length)
    }
    tell?.(pieces.length)
    return outputs
  }
}

/** Waits for so many answers. */
function* answersTo({ order, turn }: HandOrder, ports: readonly MessagePort[], count: number) {
  for (let heard = 0; heard < count; ) {
    const answer = nextAnswer(ports)
    if (answer === undefined) {
      if (Atomics.wait(turn, told, heard, patienceMs) === 'timed-out')
        throw failure('job-stopped', {})
      continue
    }
    if (answer.order !== order) continue
    if ('error' in answer) throw fromPlain(answer.error)
    yield [answer.place, answer.output] as const
    heard++
  }
}

function nextAnswer(ports: readonly MessagePort[]): HandAnswer | undefined {
  for (const port of ports) {
    const received = receiveMessageOnPort(port)
    if (received !== undefined) return received.message as HandAnswer
  }
  return undefined
}
