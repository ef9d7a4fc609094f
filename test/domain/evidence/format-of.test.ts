import { gzipSync } from 'node:zlib'

import { expect } from 'chai'
import fc from 'fast-check'

import { fileFormats } from '../../../server/domain/evidence/evidence-file.ts'
import { formatOf } from '../../../server/domain/evidence/format-of.ts'
import { safeName } from '../../../server/domain/evidence/safe-name.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex')
const text = (content: string) => Buffer.from(content)
const film = (brand: string) => Buffer.concat([hex('00000020'), text(`ftyp${brand}`)])

const heads: readonly (readonly [string, Uint8Array, string?])[] = [
  ['png', hex('89504e47 0d0a1a0a 0000')],
  ['jpeg', hex('ffd8ffe0 0010')],
  ['webp', text('RIFF\0\0\0\0WEBPVP8 ')],
  ['other', text('RIFF\0\0\0\0WAVEfmt ')],
  ['gif', text('GIF89a')],
  ['pdf', text('%PDF-1.7\n')],
  ['mp4', film('isom')],
  ['mp4', film('mp42')],
  ['mov', film('qt  ')],
  ['other', film('heic')],
  [
    'webm',
    Buffer.concat([hex('1a45dfa3 9f4286810142f7810142f2810442f381084282 84'), text('webm')]),
  ],
  ['other', Buffer.concat([hex('1a45dfa3 9f42828b'), text('matroska')])],
  ['warc', text('WARC/1.0\r\nWARC-Type: warcinfo\r\n')],
  ['warc-gzip', gzipSync('WARC/1.1\r\nWARC-Type: response\r\n')],
  ['other', gzipSync('something else')],
  [
    'wacz',
    Buffer.concat([
      text('PK\x03\x04'),
      Buffer.alloc(22),
      hex('10000000'),
      text('datapackage.json'),
    ]),
  ],
  [
    'other',
    Buffer.concat([text('PK\x03\x04'), Buffer.alloc(22), hex('09000000'), text('word/a.xml')]),
  ],
  [
    'mhtml',
    text(
      'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n',
    ),
  ],
  ['eml', text('Received: from a\r\nFrom: a@example.com\r\nSubject: b\r\n\r\nhello')],
  ['json', text('\n{"a":1}'), 'a.json'],
  ['csv', text('a,b\n1,2\n'), 'a.csv'],
  ['csv', hex('bdf0c1ab2c310a'), 'gbk.csv'],
  ['text', text('金莲 luxe'), 'a.txt'],
  ['text', hex('fffe 6100 0a00'), 'utf16.txt'],
  ['other', text('<!DOCTYPE html><script>alert(1)</script>'), 'a.txt'],
  ['other', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.png'],
  ['other', hex('7f454c46 0201 0100'), 'a.png'],
  ['other', hex('4d5a9000 0300'), 'a.pdf'],
]

describe('the format of a file', () => {
  for (const [format, head, name = 'file'] of heads) {
    it(`is ${format} for ${JSON.stringify(Buffer.from(head).toString('latin1').slice(0, 24))} in ${name}`, () => {
      expect(formatOf(head, name)).to.equal(format)
    })
  }

  it('is told of anything at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (head, name) => {
        expect(fileFormats).to.include(formatOf(head, name))
      }),
      { seed: 20_260_314, numRuns: 500 },
    )
  })
})

describe('the name of a file in a package', () => {
  it('keeps what is plain, and its ending', () => {
    expect(safeName('shot 1 (金莲).png')).to.equal('shot_1_.png')
    expect(safeName('../../etc/passwd')).to.equal('passwd')
    expect(safeName('a\\b\\c.MP4')).to.equal('c.MP4')
    expect(safeName('金莲')).to.equal('file-')
    expect(safeName('meta.json')).to.equal('file-meta.json')
    expect(safeName('CON.txt')).to.equal('file-CON.txt')
    expect(safeName(`${'a'.repeat(300)}.jpeg`)).to.have.length(80)
  })

  it('is one that any file system and any package takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
        const safe = safeName(name)
        expect(safe).to.match(/^[A-Za-z0-9][A-Za-z0-9._-]{0,84}$/)
        expect(safe).not.to.equal('meta.json')
      }),
      { seed: 20_260_314, numRuns: 500 },
    )
  })
})
