import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'

import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { measureFolder } from '../measure-folder.ts'
import { halves } from './sample.ts'

/** The laboratory world with the script's own arguments, such as `--evasion 4` or `--seed 9`. */
export async function measureLaboratory(options: readonly string[]): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    writeLaboratory(folder, options)
    await measureFolder(folder, { label: '', parts: halves })
  })
}

export function writeLaboratory(folder: string, options: readonly string[]): void {
  const script = resolve('test', 'bench', 'laboratory-world.mjs')
  execFileSync(process.execPath, [script, '--out', folder, ...options], { stdio: 'ignore' })
}
