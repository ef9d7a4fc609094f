#!/usr/bin/env node
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'

import { register } from 'tsx/esm/api'

// Rows are read by the thousand and dropped together. V8 takes them for what lives long where its young generation happens to be looked through in the midst of a batch, and from then on makes all of
// them where only a full collection finds them, which nearly doubles what reading costs.
setFlagsFromString('--no-allocation-site-pretenuring')

// Named, because tsx otherwise reads the tsconfig.json of whatever folder the command is run in.
register({ tsconfig: fileURLToPath(new URL('../server/tsconfig.json', import.meta.url)) })
await import('../server/main.ts')
