import { readFile, rm, writeFile } from 'node:fs/promises'

import { expect } from 'chai'

/** Compares a text with test/golden/NAME; a mismatch writes NAME.changed beside it, and UPDATE_GOLDEN=1 accepts it. */
export async function expectGolden(name: string, actual: string): Promise<void> {
  const file = new URL(`../golden/${name}`, import.meta.url)
  const changed = new URL(`../golden/${name.replace(/(\.\w+)$/, '.changed$1')}`, import.meta.url)
  if (process.env.UPDATE_GOLDEN === '1') await writeFile(file, actual)
  const expected = await readFile(file, 'utf8').catch(() => '')
  if (expected !== actual) {
    await writeFile(changed, actual)
    expect.fail(
      `${name} changed: compare ${changed.pathname} with it, and run with UPDATE_GOLDEN=1 when it is right`,
    )
  }
  await rm(changed, { force: true })
}
