import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { expect } from 'chai'

import { LeadDocument } from '../../server/leads/document.ts'
import type { Files } from '../../server/leads/formats/bag.ts'
import { zipOf } from '../../server/leads/formats/zip.ts'
import { packLead } from '../../server/leads/lead.ts'
import { verifyPackage } from '../../server/leads/verify.ts'
import { aPicture } from '../support/evidence-builders.ts'
import { contentsOf, optionsOf, verifierPath } from './contents.ts'
import { enclosedOf, type GivenFile } from './enclosed.ts'
import { type Package, sealed } from './package.ts'
import { flipped, folder, joined, rebagged } from './tampering.ts'

const custodyPath = fileURLToPath(
  new URL('../../server/leads/verifier/verify-custody.mjs', import.meta.url),
)
const custodyVerifier = readFileSync(custodyPath, 'utf8')
const video = Buffer.concat([
  Buffer.from('00000020', 'hex'),
  Buffer.from('ftypisom film of a parcel'),
])
const given: readonly GivenFile[] = [
  { name: 'shot of 金莲.png', bytes: aPicture('a') },
  { name: '../../evil.mp4', bytes: video },
  { name: 'meta.json', bytes: Buffer.from('{"a":1}') },
]

describe('a lead with files of evidence', () => {
  let lead: Package
  let scratch: string
  const contents = { ...contentsOf(), enclosed: enclosedOf(given) }
  const options = optionsOf({ custodyVerifier })

  before(async () => {
    lead = await sealed(contents, options)
    scratch = mkdtempSync(join(tmpdir(), 'revenant-evidence-'))
  })

  after(() => rmSync(scratch, { recursive: true, force: true }))

  it('holds every file byte for byte under its hash, with what is known of it beside', () => {
    for (const { item } of contents.enclosed.items) {
      const own = given.find(({ name }) => name === item.file.name)
      const paths = [...lead.files.keys()].filter((path) =>
        path.startsWith(`data/evidence/${item.file.sha256}/`),
      )
      expect(paths).to.have.length(2)
      const original = paths.find((path) => !path.endsWith('/meta.json')) ?? ''
      expect(
        Buffer.from(lead.files.get(original) ?? []).equals(own?.bytes ?? Buffer.of(0)),
      ).to.equal(true)
      const meta = JSON.parse(lead.text(`data/evidence/${item.file.sha256}/meta.json`))
      expect(meta.file.name).to.equal(item.file.name)
      expect(meta.receipts[0].collection.place).to.equal('深圳')
    }
    expect([...lead.files.keys()].join(' ')).not.to.match(/\.\.|金/)
  })

  it('lists each with its hashes, how it was collected, and its grade, guarded against formulas', () => {
    const rows = lead.text('data/evidence-list.csv').split('\r\n')
    const files = rows.filter((row) => /^F\d/.test(row))
    expect(files).to.have.length(3)
    for (const { item } of contents.enclosed.items) {
      const row = files.find((one) => one.includes(item.file.sha256)) ?? ''
      expect(row).to.include(item.file.sha512).and.to.include('B2').and.to.include("'=An()")
    }
    const header = rows[0]?.replace('\ufeff', '').split(',') ?? []
    for (const column of [
      'category',
      'file_format',
      'clock_source',
      'tool_version',
      'alterations',
    ]) {
      expect(header).to.include(column)
    }
    expect(
      new Set(rows.filter(Boolean).map((row) => row.replaceAll(/"[^"]*"/g, '').split(',').length)),
    ).to.have.property('size', 1)
    const document = LeadDocument.parse(JSON.parse(lead.text('data/lead.json')))
    expect(document.files?.map(({ id }) => id)).to.deep.equal(['F1', 'F2', 'F3'])
  })

  it('passes both verifiers and the one of custody, and is the same bytes when it is built again', async () => {
    expect(await verifyPackage(lead.bytes)).to.deep.include({ ok: true, problems: [] })
    const at = unpacked(scratch, lead.files)
    expect(run(verifierPath, at)).to.include('OK:')
    expect(run(custodyPath, at)).to.include('OK: 3 events')
    const again = { ...contentsOf(), enclosed: enclosedOf(given) }
    expect(Buffer.compare(await packLead(again, options), lead.bytes)).to.equal(0)
  })

  it('is checked in pieces wherever it lies, with the same answer, and a film that was touched is found', async () => {
    let longest = 0
    const read = (bytes: Uint8Array) =>
      verifyPackage({
        size: bytes.byteLength,
        read: async (at, length) => {
          longest = Math.max(longest, length)
          return bytes.subarray(at, at + length)
        },
      })
    expect(await read(lead.bytes)).to.deep.equal(await verifyPackage(lead.bytes))
    expect(longest).to.be.at.most(1_048_576)
    const film = Buffer.from(lead.bytes).indexOf('ftypisom')
    for (const at of [film, film + 3]) {
      const [problem] = (await read(flipped(lead.bytes, at, 1))).problems
      expect(problem).to.match(/evidence.*\.mp4/)
      expect(await read(flipped(lead.bytes, at, 1))).to.deep.equal(
        await verifyPackage(flipped(lead.bytes, at, 1)),
      )
    }
    expect((await read(joined(lead.bytes, 1))).ok).to.equal(false)
  })

  it('tells nothing of what the log says of other files', () => {
    for (const path of lead.files.keys()) expect(lead.text(path)).not.to.match(/secret/i)
  })

  it('shows an event, a proof or a file that was changed, even when every hash fits', async () => {
    const custody = lead.text('data/custody.ndjson')
    const file = [...lead.files.keys()].find((path) => path.endsWith('.mp4')) ?? ''
    const changes: readonly (readonly [string, string])[] = [
      ['data/custody.ndjson', custody.replace('"by":"王"', '"by":"李"')],
      ['data/custody.ndjson', custody.replace(/"proof":\["[0-9a-f]/, '"proof":["')],
      ['data/custody.ndjson', custody.replace(/"root":"[0-9a-f]+"/, `"root":"${'0'.repeat(64)}"`)],
      ['data/custody.ndjson', custody.split('\n').toSpliced(2, 1).join('\n')],
      ['data/custody.ndjson', ''],
      [file, 'ftypisom another film'],
    ]
    for (const [path, content] of changes) {
      const files = rebagged(lead.files, path, content)
      const { ok } = await verifyPackage(await zipOf(folder, files))
      expect(ok, content.slice(0, 80)).to.equal(false)
      if (content !== '') expect(run(custodyPath, unpacked(scratch, files))).not.to.include('OK')
    }
  })

  it('is not made when a file changes while it is packed', async () => {
    const [one, ...rest] = contents.enclosed.items
    if (one === undefined || typeof one.content === 'string') throw new Error('no file')
    async function* other() {
      yield new Uint8Array(one?.item.file.size ?? 0)
    }
    const items = [{ ...one, content: { ...one.content, chunks: other } }, ...rest]
    const failed = await packLead(
      { ...contents, enclosed: { ...contents.enclosed, items } },
      options,
    ).catch((error: unknown) => error)
    expect(String(failed)).to.include('changed while it was packed')
  })

  it('says of a file that is not enclosed why it is not', async () => {
    const [one, ...rest] = contents.enclosed.items
    if (one === undefined) throw new Error('no file')
    const items = [{ ...one, content: 'too_large' as const }, ...rest]
    const less = await sealed({ ...contents, enclosed: { ...contents.enclosed, items } }, options)
    expect(less.text('data/evidence-list.csv')).to.include('too_large')
    expect(less.text('data/limits.md')).to.include('1 file of evidence is listed and not enclosed')
    expect((await verifyPackage(less.bytes)).ok).to.equal(true)
  })
})

function unpacked(scratch: string, files: Files): string {
  const at = join(scratch, folder)
  rmSync(at, { recursive: true, force: true })
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(at, path)), { recursive: true })
    writeFileSync(join(at, path), bytes)
  }
  return at
}

function run(script: string, at: string): string {
  try {
    return execFileSync(process.execPath, [script, at], { encoding: 'utf8' })
  } catch (error) {
    return String((error as { stdout?: string }).stdout)
  }
}
