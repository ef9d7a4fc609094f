import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect } from 'chai'

import {
  DecodeError,
  decodeFile,
  detectEncoding,
} from '../../../server/ingest/readers/encodings.ts'

const text = 'id,name\n1,莆田鞋店\n'
/** 莆田鞋店 as GBK, which GB18030 contains. */
const inGbk = [0xc6, 0xce, 0xcc, 0xef, 0xd0, 0xac, 0xb5, 0xea]
const utf16le = Buffer.from(text, 'utf16le')

const encoded = {
  'utf-8': Buffer.from(text),
  'utf-8 with a mark': Buffer.from(`\uFEFF${text}`),
  'utf-16le with a mark': Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-16le without a mark': utf16le,
  'utf-16be with a mark': Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'utf-16be without a mark': Buffer.from(utf16le).swap16(),
  gb18030: Buffer.from([...Buffer.from('id,name\n1,'), ...inGbk, 0x0a]),
}

describe('encodings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'revenant-encodings-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  const file = (bytes: Uint8Array) => {
    const path = join(folder, 'file')
    writeFileSync(path, bytes)
    return path
  }

  for (const [name, bytes] of Object.entries(encoded)) {
    it(`${name} is found out and read without its mark`, async () => {
      const path = file(bytes)
      const encoding = await detectEncoding(path)
      expect(name.startsWith(encoding)).to.equal(true)
      expect(await read(path)).to.equal(text)
    })
  }

  it('takes plain ASCII, and nothing, for UTF-8', async () => {
    expect(await detectEncoding(file(Buffer.from('id\n1\n')))).to.equal('utf-8')
    expect(await detectEncoding(file(new Uint8Array()))).to.equal('utf-8')
  })

  it('does not take UTF-8 that ends inside a character for another encoding, and fails at its end', async () => {
    const path = file(encoded['utf-8'].subarray(0, -2))
    expect(await detectEncoding(path)).to.equal('utf-8')
    const error = await read(path).catch((reason: unknown) => reason)
    expect(error).to.be.instanceOf(DecodeError)
    expect(error).to.have.property('atEnd', true)
  })

  it('does not turn long UTF-8 with one damaged byte into other characters', async () => {
    const path = file(Buffer.concat([Buffer.alloc(300 * 1024, '店'), Buffer.from([0xff, 0x0a])]))
    expect(await detectEncoding(path)).to.equal('utf-8')
    const error = await read(path).catch((reason: unknown) => reason)
    expect(error).to.have.property('atEnd', false)
  })

  it('may look at the beginning alone', async () => {
    const path = file(Buffer.concat([Buffer.from('id,name\n'), encoded.gb18030]))
    expect(await detectEncoding(path, 8)).to.equal('utf-8')
  })
})

async function read(path: string): Promise<string> {
  let whole = ''
  for await (const piece of decodeFile(path, await detectEncoding(path))) whole += piece
  return whole
}
