import { createHash } from 'node:crypto'
import { resolve } from 'node:path'

import type { Truth } from '../../../server/rings/truth.ts'
import { measureFolder, type Parts } from '../measure-folder.ts'

/** A folder of `datasets/samples`, by name. */
export async function measureSample(name: string): Promise<void> {
  await measureFolder(resolve('datasets', 'samples', name), { label: '', parts: halves })
}

export async function measureDemo(): Promise<void> {
  await measureFolder(resolve('datasets', 'demo'), { label: '', parts: halves })
}

/** Everything, and controllers split by the hash of their name, so that what was tuned on one half is checked on the other. */
export const halves: Parts = (truth) => ({
  whole: truth,
  'tuned on': truth.filter((row) => halfOf(row) === 0),
  'held out': truth.filter((row) => halfOf(row) === 1),
})

function halfOf(row: Truth): number | undefined {
  if (!('controller' in row)) return undefined
  return (createHash('sha256').update(row.controller).digest()[0] ?? 0) % 2
}
