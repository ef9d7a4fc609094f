import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { expect } from 'chai'
import fc from 'fast-check'

import type { Files } from '../../server/leads/formats/bag.ts'
import { zipOf } from '../../server/leads/formats/zip.ts'
import { verifyPackage } from '../../server/leads/verify.ts'
import { verifierPath } from './contents.ts'
import { type Package, sealed } from './package.ts'
import { flipped, folder, joined, raw, rebagged, tamperings } from './tampering.ts'

const seed = 20_260_314

describe('checking a package', () => {
  let lead: Package
  let scratch: string

  before(async () => {
    lead = await sealed()
    scratch = mkdtempSync(join(tmpdir(), 'revenant-verify-'))
  })

  after(() => rmSync(scratch, { recursive: true, force: true }))

  it('passes what was sealed, with both verifiers, packed and unpacked', async () => {
    expect(await verifyPackage(lead.bytes)).to.deep.equal({
      ok: true,
      files: lead.files.size,
      problems: [],
    })
    expect(await offline(scratch, lead.bytes)).to.include({ code: 0 })
    expect((await unpacked(scratch, lead.files)).code).to.equal(0)
  })

  it('finds every flipped bit, wherever in the archive it is', async () => {
    const flips = fc.sample(
      fc.record({ at: fc.nat({ max: lead.bytes.length - 1 }), bit: fc.nat({ max: 7 }) }),
      { numRuns: 150, seed },
    )
    const missed = await undetected(flips, async ({ at, bit }) => flipped(lead.bytes, at, bit))
    expect(missed).to.deep.equal([])
  })

  it('finds every flipped bit of the headers around the files', async () => {
    const places = [...range(0, 120), ...range(lead.bytes.length - 2_400, lead.bytes.length)]
    const chosen = places.filter((_, index) => index % 17 === 0).map((at) => ({ at, bit: at % 8 }))
    const missed = await undetected(chosen, async ({ at, bit }) => flipped(lead.bytes, at, bit))
    expect(missed).to.deep.equal([])
  })

  it('finds every file that was changed, deleted or renamed, and every file that was added', async () => {
    const missed = await undetected(tamperings(lead.files), async ({ files }) =>
      zipOf(folder, files),
    )
    expect(missed.map(({ what }) => what)).to.deep.equal([])
  })

  it('says which file it is, in one sentence', async () => {
    const files = new Map(lead.files).set('data/lead.json', new TextEncoder().encode('{}'))
    const { problems } = await verifyPackage(await zipOf(folder, files))
    expect(problems).to.include(
      'data/lead.json was changed: its hash is not the one in manifest-sha256.txt.',
    )
    files.delete('data/lead.json')
    const gone = await verifyPackage(await zipOf(folder, files))
    expect(gone.problems).to.include('data/lead.json is missing: manifest-sha256.txt lists it.')
    const more = new Map(lead.files).set('data/more.txt', new Uint8Array(3))
    const added = await verifyPackage(await zipOf(folder, more))
    expect(added.problems).to.include(
      'data/more.txt was added: manifest-sha256.txt does not list it.',
    )
  })

  it('finds tampering offline too, in the zip and in the folder', async () => {
    const some = [
      ...tamperings(lead.files)
        .filter((_, index) => index % 12 === 0)
        .map(({ what, files }) => ({
          what,
          run: async () => offline(scratch, await zipOf(folder, files)),
        })),
      ...tamperings(lead.files)
        .filter((_, index) => index % 31 === 0)
        .map(({ what, files }) => ({
          what: `${what}, unpacked`,
          run: () => unpacked(scratch, files),
        })),
      ...fc.sample(fc.nat({ max: lead.bytes.length - 1 }), { numRuns: 6, seed }).map((at) => ({
        what: `bit of byte ${at}`,
        run: () => offline(scratch, flipped(lead.bytes, at, 3)),
      })),
    ]
    for (const { what, run } of some) {
      const { code, output } = await run()
      expect(code, what).to.equal(1)
      expect(output, what)
        .to.include('PROBLEM')
        .and.not.to.match(/\n\s+at /)
    }
  })

  it('finds claims that cite what is not there, even when every hash fits', async () => {
    const document = JSON.parse(lead.text('data/lead.json'))
    document.claims[0].evidence = ['E9:1']
    const bytes = await zipOf(
      folder,
      rebagged(lead.files, 'data/lead.json', JSON.stringify(document)),
    )
    const said = 'C1 cites E9:1, which is not in the list of evidence.'
    expect((await verifyPackage(bytes)).problems).to.deep.equal([said])
    expect((await offline(scratch, bytes)).output).to.include(said)
    document.claims[0].evidence = []
    const empty = await zipOf(
      folder,
      rebagged(lead.files, 'data/lead.json', JSON.stringify(document)),
    )
    expect((await verifyPackage(empty)).ok).to.equal(false)
    expect((await offline(scratch, empty)).output).to.include('C1 cites no evidence')
  })

  it('finds evidence whose record was taken out, even when every hash fits', async () => {
    const records = lead.text('data/records.ndjson').split('\n').slice(1).join('\n')
    const bytes = await zipOf(folder, rebagged(lead.files, 'data/records.ndjson', records))
    expect((await verifyPackage(bytes)).problems[0]).to.match(/^E1:1 is in the list of evidence/)
    expect((await offline(scratch, bytes)).code).to.equal(1)
  })

  it('refuses paths that lead out of the folder, names twice, and files that are compressed', async () => {
    const evil = await Promise.all([
      raw(lead.files, { rename: (path) => path.replace('bagit.txt', '..gotcha') }, [
        '..gotcha',
        '../gotch',
      ]),
      raw(lead.files, { rename: (path) => path.replace('bagit.txt', 'xgotcha.x') }, [
        'xgotcha.x',
        '\\gotcha.x',
      ]),
      raw(lead.files, { twice: 'bagit.txt' }),
      raw(lead.files, { compress: true }),
    ])
    for (const bytes of evil) {
      expect((await verifyPackage(bytes)).ok).to.equal(false)
      expect((await offline(scratch, bytes)).code).to.equal(1)
    }
  })

  it('says of a package that was only packed again that its files are as they were', async () => {
    const bytes = await raw(lead.files, { mode: 0o100600 })
    const { problems } = await verifyPackage(bytes)
    expect(problems).to.have.length(1)
    expect(problems[0]).to.match(
      /^The files are as they were sealed, but the archive around them is not/,
    )
  })

  it('answers anything that is not a package with a problem, never with an error', async () => {
    const cut = (part: number) => lead.bytes.slice(0, Math.floor(lead.bytes.length * part))
    const cases = [
      new Uint8Array(),
      new TextEncoder().encode('hello'),
      cut(0.5),
      cut(0.999),
      joined(lead.bytes, 1),
    ]
    for (const bytes of cases) {
      const { ok, problems } = await verifyPackage(bytes)
      expect(ok).to.equal(false)
      expect(problems[0]).to.match(/^[A-Z].*\.$/)
      expect((await offline(scratch, bytes)).code).to.equal(1)
    }
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect((await verifyPackage(bytes)).ok).to.equal(false)
      }),
      { seed },
    )
  })

  it('follows no link out of an unpacked folder', async () => {
    const at = join(scratch, 'linked', folder)
    write(at, lead.files)
    rmSync(join(at, 'data/limits.md'))
    symlinkSync('/etc/hostname', join(at, 'data/limits.md'))
    expect((await runVerifier(at)).output).to.include('neither a file nor a folder')
  })
})

async function undetected<T>(
  cases: readonly T[],
  bytesOf: (one: T) => Promise<Uint8Array>,
): Promise<T[]> {
  const missed: T[] = []
  for (const one of cases) if ((await verifyPackage(await bytesOf(one))).ok) missed.push(one)
  return missed
}

async function offline(
  scratch: string,
  bytes: Uint8Array,
): Promise<{ code: number; output: string }> {
  const path = join(scratch, 'package.zip')
  writeFileSync(path, bytes)
  return runVerifier(path)
}

async function unpacked(scratch: string, files: Files): Promise<{ code: number; output: string }> {
  const at = join(scratch, 'unpacked', folder)
  rmSync(at, { recursive: true, force: true })
  write(at, files)
  return runVerifier(at)
}

function write(at: string, files: Files): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(at, path)), { recursive: true })
    writeFileSync(join(at, path), bytes)
  }
}

function runVerifier(path: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [verifierPath, path], (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }),
    )
  })
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
