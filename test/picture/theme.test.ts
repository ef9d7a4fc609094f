import { readFileSync } from 'node:fs'

import { expect } from 'chai'

import { darkTheme, lightTheme, type Theme } from '../../server/picture/theme.ts'

const css = readFileSync(new URL('../../client/style/tokens.css', import.meta.url), 'utf8')

describe('the themes of the pictures', () => {
  for (const [name, theme] of Object.entries({ light: lightTheme, dark: darkTheme })) {
    it(`are the design tokens of the explorer, ${name}`, () => {
      expect(theme).to.deep.equal(tokensOf(name, Object.keys(theme)))
    })
  }
})

function tokensOf(name: string, tokens: readonly string[]): Partial<Theme> {
  const block = css.slice(css.indexOf(`[data-theme="${name}"]`))
  const body = block.slice(0, block.indexOf('}'))
  return Object.fromEntries(
    tokens.map((token) => [token, new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(body)?.[1]]),
  )
}
