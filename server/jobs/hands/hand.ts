import { parentPort, workerData } from 'node:worker_threads'

import type { Task } from '../../linkage/hands.ts'
import { tasks } from '../../linkage/tasks.ts'
import { toPlain } from '../heavy-job.ts'
import {
  type HandAnswer,
  type HandOrder,
  type HandPlace,
  piecesToTake,
  told,
} from './hand-order.ts'

/** The inside of a thread that lends a hand: takes pieces of whatever it is asked until it is ended. */
const { port } = workerData as HandPlace

port.on('message', (asked: HandOrder) => {
  const { order, input, turn } = asked
  const answer = (own: HandAnswer) => {
    port.postMessage(own)
    Atomics.add(turn, told, 1)
    Atomics.notify(turn, told)
  }
  try {
    let work: ReturnType<AnyTask['begin']> | undefined
    for (const place of piecesToTake(asked)) {
      work ??= (tasks.find(({ name }) => name === asked.task) as AnyTask).begin(input)
      answer({ order, place, output: work(asked.pieces[place]) })
    }
  } catch (error) {
    answer({ order, error: toPlain(error) })
  }
})

type AnyTask = Task<unknown, unknown, unknown>

parentPort?.postMessage('ready')
