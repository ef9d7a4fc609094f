import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect } from 'chai'

import { contentsOf } from '../leads/contents.ts'
import { sealed } from '../leads/package.ts'
import { folder } from '../leads/tampering.ts'
import { reportOptional } from '../support/availability.ts'
import { hostileTexts } from './hostile-texts.ts'

/** A Python in which `pip install bagit networkx followthemoney lxml` was run. */
const python = process.env.REVENANT_PYTHON ?? 'python3'
const reader = fileURLToPath(new URL('./independent.py', import.meta.url))
const ready = run('--ready')
const lacking = ready.status === 0 ? ready.stdout.trim() : 'Python'

if (lacking !== '') {
  reportOptional(
    'Leads read by programs that are not ours',
    `${python} lacks ${lacking} (pip install bagit networkx followthemoney lxml; name another Python in REVENANT_PYTHON)`,
  )
} else {
  describe('a lead, read by programs that are not ours', () => {
    let scratch: string

    before(() => {
      scratch = mkdtempSync(join(tmpdir(), 'revenant-independent-'))
    })

    after(() => rmSync(scratch, { recursive: true, force: true }))

    it('is a valid bag, with graphs, charts and entities that each of them takes whole, hostile names included', async () => {
      const named = [undefined, ...hostileTexts.slice(0, 6)]
      const folders = await Promise.all(
        named.map(async (text, index) => {
          const names =
            text === undefined ? {} : { lotus: text, bag: `${text}2`, petal: `3${text}` }
          return unpacked(join(scratch, String(index)), await sealed(contentsOf(names)))
        }),
      )
      const { status, stdout, stderr } = run(...folders)
      expect(stderr.split('\n').filter((line) => line.startsWith(scratch))).to.deep.equal([])
      expect(status, stderr).to.equal(0)
      expect(stdout).to.include('"FtM: valid"')
    }).timeout(300_000)
  })
}

function unpacked(at: string, { files }: Awaited<ReturnType<typeof sealed>>): string {
  for (const [path, bytes] of files) {
    const file = join(at, folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, bytes)
  }
  return join(at, folder)
}

function run(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(python, [reader, ...options], { encoding: 'utf8' })
  return { status, stdout: stdout ?? '', stderr: stderr ?? '' }
}
