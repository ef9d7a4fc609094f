import { expect } from 'chai'
import fc from 'fast-check'

import { plainText } from '../../server/domain/plain-text.ts'
import { normaliseAccount } from '../../server/ingest/normalise/account.ts'
import { normaliseAddress } from '../../server/ingest/normalise/address.ts'
import { normaliseHandle } from '../../server/ingest/normalise/handle.ts'
import { normaliseName } from '../../server/ingest/normalise/name.ts'
import { isRefused } from '../../server/ingest/normalise/normal.ts'
import { normalisePhone } from '../../server/ingest/normalise/phone.ts'
import { saysNothing } from '../../server/ingest/normalise/says-nothing.ts'
import { foldText } from '../../server/linkage/fold-text.ts'

const oneName: readonly (readonly string[])[] = [
  ['Işık Yıldız', 'IŞIK YILDIZ', 'ışık yıldız', 'Isik Yildiz'],
  ['İbrahim Şahin', 'IBRAHIM ŞAHİN', 'ibrahim sahin'],
  ['Strauß', 'STRAUSS', 'STRAUẞ'],
  ['Søren Kjær', 'SOREN KJAER'],
  ['Łukasz Żółć', 'Lukasz Zolc'],
  ['Đặng Văn Đức', 'DANG VAN DUC', 'Đặng Văn Đức'],
  ['محمد', 'مُحَمَّد', 'محـــمد', 'ﻣﺤﻤﺪ'],
  ['أحمد علي', 'احمد علی', 'أحمد على'],
  ['فاطمة', 'فاطمه'],
  ['שלום', 'שָׁלוֹם'],
  ['Παπαδόπουλος', 'ΠΑΠΑΔΟΠΟΥΛΟΣ', 'παπαδοπουλος'],
  ['Мар’яна', "Мар'яна", 'Марʼяна', 'Мар`яна'],
  ['O’Connor', 'O´Connor', "O'CONNOR", 'O‘Connor'],
  ['Алёна', 'Алена', 'АЛЕНА'],
  ['ガラ', 'ｶﾞﾗ'],
  ['नई दिल्ली', 'नई \u200cदिल्ली'],
  ['김철수', '김철수'.normalize('NFD')],
]

/** Letters of one script that only marks tell apart, or that look or sound alike. */
const differentNames: readonly (readonly string[])[] = [
  ['राम', 'रमा', 'रीमा', 'रोमी', 'रम'],
  ['सुनील', 'सुनीला'],
  ['กิตติ', 'กตติ', 'กัตติ'],
  ['มาลี', 'มาลา', 'มลา'],
  ['রহিম', 'রহমা'],
  ['கமலா', 'கமலி'],
  ['ガラ', 'カラ', 'がら', 'から'],
  ['バン', 'パン', 'ハン'],
  ['Андрей', 'Андреи'],
  ['Їжак', 'Іжак'],
  ['김철수', '김철주'],
  ['သီရိ', 'သာရာ'],
]

describe('letters of many scripts', () => {
  for (const [name = '', ...others] of oneName) {
    it(`${others.join(', ')} are ${name}, wherever names are compared`, () => {
      for (const other of others) {
        expect(normaliseName(other), other).to.equal(normaliseName(name))
        expect(foldText(other), other).to.equal(foldText(name))
      }
    })
  }

  for (const names of differentNames) {
    it(`${names.join(', ')} stay apart`, () => {
      expect(new Set(names.map(normaliseName)).size).to.equal(names.length)
      expect(new Set(names.map(foldText)).size).to.equal(names.length)
    })
  }
})

/** The letters and marks of scripts in daily use, and what stands between words. */
const blocks = [
  [0x20, 0x17f],
  [0x300, 0x3ff],
  [0x400, 0x52f],
  [0x5d0, 0x6ff],
  [0x900, 0xdff],
  [0xe00, 0xeff],
  [0x1000, 0x109f],
  [0x1e00, 0x1fff],
  [0x200b, 0x206f],
  [0x3040, 0x30ff],
  [0x3130, 0x318f],
  [0x4e00, 0x4fff],
  [0xac00, 0xadff],
  [0xfb00, 0xfdff],
  [0xfe00, 0xffef],
] as const
const anyText = fc
  .array(
    fc.oneof(
      ...blocks.map(([min, max]) => fc.integer({ min, max }).map((c) => String.fromCodePoint(c))),
    ),
    { maxLength: 14 },
  )
  .map((units) => units.join(''))
/** Without the one character whose simplified form is the traditional form of another. */
const anyTyped = fc
  .oneof(anyText, fc.string({ unit: 'binary', maxLength: 12 }))
  .filter((text) => !text.includes('薴'))

/** What changes nothing of what a text says: soft hyphens, direction marks, joiners, selectors of emoji. */
const unseen = ['\u00ad', '\u200b', '\u200f', '\u202a', '\u2060', '\ufeff', '\ufe0f', '\u3164']

const forms: Readonly<Record<string, (typed: string) => string>> = {
  'the form of a name': normaliseName,
  'folded text': foldText,
  'the form of an address': valueFrom(normaliseAddress),
  'the form of a handle': valueFrom((typed) => normaliseHandle(typed)),
}

function valueFrom(normalise: (typed: string) => ReturnType<typeof normaliseHandle>) {
  return (typed: string) => {
    const normal = normalise(typed)
    return isRefused(normal) ? '' : normal.value
  }
}

describe('what is compared in place of what was typed', () => {
  for (const [what, form] of Object.entries(forms)) {
    it(`${what} is its own form`, () => {
      fc.assert(
        fc.property(anyTyped, (typed) => {
          expect(form(form(typed))).to.equal(form(typed))
        }),
        { numRuns: 2_000 },
      )
    })

    it(`${what} does not depend on how its characters are composed, nor on what nobody sees`, () => {
      fc.assert(
        fc.property(anyText, fc.constantFrom(...unseen), fc.nat(), (typed, mark, where) => {
          const at = where % (typed.length + 1)
          const marked = typed.slice(0, at) + mark + typed.slice(at)
          expect(form(marked)).to.equal(form(typed))
          expect(form(typed.normalize('NFD'))).to.equal(form(typed.normalize('NFC')))
        }),
        { numRuns: 1_000 },
      )
    })
  }

  it('letters that one script tells apart are told apart, also next to others', () => {
    const letters = /^[\p{Lo}\p{Mc}]$/u
    const kept = /\p{Script=Devanagari}|\p{Script=Thai}|\p{Script=Hiragana}|\p{Script=Hangul}/u
    const letter = fc
      .constantFrom([0x905, 0x94c], [0xe01, 0xe3a], [0x3041, 0x3094], [0xac00, 0xadff])
      .chain(([min = 0, max = 0]) => fc.integer({ min, max }))
      .map((code) => String.fromCodePoint(code))
      .filter((one) => letters.test(one) && kept.test(one) && one.normalize('NFKD') === one)
    fc.assert(
      fc.property(letter, letter, (one, other) => {
        fc.pre(one !== other)
        expect(foldText(`क${one}क`)).to.not.equal(foldText(`क${other}क`))
      }),
    )
  })

  it('a name that shows nothing has no form', () => {
    for (const typed of ['ㅤ', '\u3164\u3164', '❤️', '⭐️⭐️', '\u200f', '\u0301', '…'])
      expect([normaliseName(typed), foldText(typed)], typed).to.deep.equal(['', ''])
  })
})

describe('digits of many scripts', () => {
  const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10]
  const written = (digits: string, zero: number) =>
    digits.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))

  it('are the digits of ASCII in whatever is typed with them', () => {
    for (const zero of zeros) {
      expect(plainText(written('0123456789', zero))).to.equal('0123456789')
      expect(normalisePhone(written('09812345678', zero), 'IN')).to.deep.equal(
        normalisePhone('09812345678', 'IN'),
      )
      expect(normaliseAccount(written('4111111111111111', zero), 'bank')).to.deep.equal(
        normaliseAccount('4111111111111111', 'bank'),
      )
      expect(normaliseAddress(written('गांधी रोड 12', zero))).to.deep.equal(
        normaliseAddress('गांधी रोड 12'),
      )
    }
  })
})

describe('what says nothing', () => {
  it('is known in many languages, with accents and capitals or without', () => {
    const typed = 'N/A|НЕТ|yok|Belirtilmemiş|không có|ไม่มี|नहीं|لا يوجد|אין|Δεν υπάρχει|keine Angabe'
    for (const text of `${typed}|brak|sin datos|não tem|なし|該当なし|없음|不明|無`.split('|'))
      expect(saysNothing(text), text).to.equal(true)
  })

  it('is no name that only begins like it', () => {
    for (const text of ['Yokoyama', 'Brakel', 'Нетесов', '無印良品', 'Keiner & Söhne', '空山'])
      expect(saysNothing(text), text).to.equal(false)
  })
})
