import type { Box } from '../../../server/picture/force.ts'
import type { Point } from '../../../server/picture/geometry.ts'
import { networkGraph } from '../../../server/picture/network-graph.ts'
import { networkPlaces } from '../../../server/picture/network-places.ts'
import type { RingPicture } from '../../../server/picture/ring-picture.ts'
import type { ForceAnswer, ForceQuestion } from './message.ts'

let worker: Worker | undefined
let asked = 0

/** Works out the places of a network off the page's thread; on it where the browser refuses a worker. */
export function forcePlaces(picture: RingPicture, box: Box): Promise<ReadonlyMap<string, Point>> {
  const { nodes, ties } = networkGraph(picture, undefined)
  const graph = { nodes, ties }
  asked += 1
  const question: ForceQuestion = { id: asked, picture, graph, box }
  return ask(question).catch(() => networkPlaces(picture, graph, box))
}

function ask(question: ForceQuestion): Promise<ReadonlyMap<string, Point>> {
  worker ??= new Worker(new URL('./force.worker.ts', import.meta.url), { type: 'module' })
  const current = worker
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      current.removeEventListener('message', onMessage)
      current.removeEventListener('error', onError)
      act()
    }
    const onMessage = ({ data }: MessageEvent<ForceAnswer>) => {
      if (data.id === question.id) settle(() => resolve(data.places))
    }
    const onError = () =>
      settle(() => {
        worker = undefined
        reject(new Error('the layout worker did not start'))
      })
    current.addEventListener('message', onMessage)
    current.addEventListener('error', onError)
    current.postMessage(question)
  })
}
