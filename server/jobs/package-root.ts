import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { z } from 'zod'

/** The folder that holds package.json; files outside `server/` are found from it, whatever folder the command is run in. */
export const packageRoot = new URL('../../', import.meta.url)

/** A path under the package root as the file system writes it. */
export function packagePath(relative: string): string {
  return fileURLToPath(new URL(relative, packageRoot))
}

/** Revenant's own version. */
export const version = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8'))).version
