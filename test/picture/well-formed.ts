const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u
const token = /<(\/?)(\w+)((?: [\w:-]+="[^"<]*")*)(\/?)>|([^<]+)/gy

/** Whether a text is XML as far as our painters write it: tags that match, attributes in quotes, no character XML forbids. */
export function isWellFormed(xml: string): boolean {
  const body = xml.replace(/^<\?xml[^?]*\?>/, '')
  const tokens = [...body.matchAll(token)]
  const read = tokens.reduce((sum, [whole]) => sum + whole.length, 0)
  const legal = !illegal.test(xml) && xml.isWellFormed() && read === body.length
  return legal && tokens.every(isEscaped) && isNested(tokens)
}

function isEscaped([, , , attributes = '', , text = '']: readonly string[]): boolean {
  return !/&(?!(amp|lt|gt|quot);)/.test(attributes + text) && !text.includes(']]>')
}

function isNested(tokens: readonly (readonly string[])[]): boolean {
  const open: string[] = []
  const matched = tokens.every(([, close, name, , empty]) => {
    if (name === undefined || empty === '/') return true
    return close === '/' ? open.pop() === name : 0 < open.push(name)
  })
  return matched && open.length === 0
}
