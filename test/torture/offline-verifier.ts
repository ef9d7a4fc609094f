import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import { verifier } from '../leads/contents.ts'

/** The call with which the program starts; it is taken out, so that its checks can be called many times in one process. */
const start = /^main\(\)$/m

/** The verifier that every package encloses, as a function of a path that answers with the problems it finds; its own text, without its last call. */
export async function offlineVerifier(): Promise<(path: string) => readonly string[]> {
  if (!start.test(verifier)) throw new Error('the verifier no longer starts with main()')
  const folder = mkdtempSync(join(tmpdir(), 'revenant-offline-'))
  const path = join(folder, 'verify.mjs')
  writeFileSync(path, `${verifier.replace(start, '')}\nexport { check }\n`)
  const { check } = (await import(pathToFileURL(path).href)) as {
    check: (path: string) => { readonly problems: readonly string[] }
  }
  return (one) => check(one).problems
}
