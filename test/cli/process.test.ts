import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect } from 'chai'

import { temporaryFolder, writeSmallDataset } from '../jobs/small-dataset.ts'
import { bin } from './server-process.ts'

describe('the command as a process', () => {
  it('runs in any folder, whatever tsconfig.json stands there', () => {
    using temporary = temporaryFolder()
    writeFileSync(join(temporary.path, 'tsconfig.json'), '{ "compilerOptions": { "paths": ')
    const { status, stderr } = run(temporary.path, ['load', 'nowhere'])
    expect(status).to.equal(2)
    expect(stderr).to.match(/^revenant: [^\n]+\.\n$/)
  })

  it('ends quietly when nobody reads the result', () => {
    using temporary = temporaryFolder()
    writeSmallDataset(temporary.path)
    expect(run(temporary.path, ['load', 'small']).status).to.equal(0)
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', 'set -o pipefail; "$0" "$1" export records | true', process.execPath, bin],
      { cwd: temporary.path, encoding: 'utf8' },
    )
    expect({ status, stderr }).to.deep.equal({ status: 0, stderr: '' })
  })
})

function run(cwd: string, args: readonly string[]) {
  return spawnSync(process.execPath, [bin, ...args], { cwd, encoding: 'utf8' })
}
