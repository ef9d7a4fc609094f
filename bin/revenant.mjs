#!/usr/bin/env node
import { fileURLToPath } from 'node:url'

import { register } from 'tsx/esm/api'

// Named, because tsx otherwise reads the tsconfig.json of whatever folder the command is run in.
register({ tsconfig: fileURLToPath(new URL('../server/tsconfig.json', import.meta.url)) })
await import('../server/main.ts')
