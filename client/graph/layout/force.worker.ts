import { networkPlaces } from '../../../server/picture/network-places.ts'
import { largePlaces } from './large.ts'
import type { ForceAnswer, ForceQuestion } from './message.ts'

/** Above it the exact forces take seconds; the approximate ones do not. */
const exactMost = 400

self.addEventListener('message', ({ data }: MessageEvent<ForceQuestion>) => {
  const { id, picture, graph, box } = data
  const find = graph.nodes.length <= exactMost ? networkPlaces : largePlaces
  const answer: ForceAnswer = { id, places: find(picture, graph, box) }
  self.postMessage(answer)
})
