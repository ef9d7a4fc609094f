import { expect } from 'chai'
import { Converter } from 'opencc-js'

import { simplifiedCharacter } from '../../server/domain/simplified.ts'
import { foldText } from '../../server/linkage/fold-text.ts'
import { inChineseForms } from '../../server/linkage/japanese-forms.ts'

/** The characters of GB 2312, which Chinese is written with. */
function chineseCharacters(): ReadonlySet<string> {
  const decoder = new TextDecoder('gbk')
  const rows = Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, row) =>
    Array.from({ length: 0xfe - 0xa1 + 1 }, (_unused, cell) =>
      decoder.decode(new Uint8Array([0xb0 + row, 0xa1 + cell])),
    ),
  )
  return new Set(rows.flat())
}

describe('Japanese forms of characters', () => {
  it('are one with the old ones in names', () => {
    for (const [one, other] of [
      ['渡辺', '渡邊'],
      ['渡邉', '渡辺'],
      ['広瀬', '廣瀬'],
      ['沢田', '澤田'],
      ['髙桜', '高櫻'],
    ] as const)
      expect(foldText(one), other).to.equal(foldText(other))
  })

  it('leave Chinese as it is, and names apart that Japanese tells apart', () => {
    const chinese = chineseCharacters()
    for (const character of chinese) expect(inChineseForms(character)).to.equal(character)
    expect(foldText('王芸')).to.not.equal(foldText('王艺'))
    expect(foldText('斎藤')).to.not.equal(foldText('斉藤'))
  })

  it('are those of the table of new forms that Chinese has not', () => {
    const chinese = chineseCharacters()
    const old = Converter({ from: 'jp', to: 't' })
    for (let code = 0x4e00; code <= 0x9fff; code++) {
      const character = String.fromCodePoint(code)
      const form = simplifiedCharacter(old(character))
      if (form === simplifiedCharacter(character) || chinese.has(character)) continue
      if (chinese.has(form)) expect(inChineseForms(character), character).to.equal(form)
    }
  })
})
