import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'

import { register } from 'tsx/esm/api'

// A thread that asks another for help and never comes to its own end.
register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) })
const { openHands } = await import('../../server/jobs/hands/hands.ts')
const hands = await openHands(2)
parentPort?.postMessage('waiting')
const asleep = new Int32Array(new SharedArrayBuffer(4))
const column = { known: [1], layout: { differ: 0 }, ranks: [] }
const pairs = { left: new Int32Array(1), right: new Int32Array(1) }
const level = [new Uint8Array(new SharedArrayBuffer(1))]
const endless = { place: 0, first: 0, end: Number.MAX_SAFE_INTEGER }
const shortly = { name: 'compare', begin: () => () => Atomics.wait(asleep, 0, 0, 500) }
hands.each(shortly, { columns: [column], pairs, level }, [endless, endless])
