import { fileURLToPath } from 'node:url'
import { workerData } from 'node:worker_threads'

import { register } from 'tsx/esm/api'

// A worker started with a .ts address fails on Node 20, so this file registers the loader first.
register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) })
await import(workerData.inside)
