/**
 * Text that XML 1.0 can hold: lone surrogates and every character outside the production Char become U+FFFD.
 * Source: Extensible Markup Language 1.0, fifth edition, §2.2.
 */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
}

/** Text that means nothing but itself, in an attribute or between tags: what XML could hold comes back from any reader as it was. */
export function xmlEscaped(text: string): string {
  return xmlText(text).replaceAll(/[&<>"\t\n\r]/g, (character) => entities[character] ?? character)
}

/** Blanks other than a space are written by number, because readers turn them into spaces in attributes (§3.3.3) and a line's end into U+000A (§2.11). */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

type XmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>

/** One element with what is in it already written; attributes that are undefined are left out. */
export function xmlElement(name: string, attributes: XmlAttributes = {}, inside = ''): string {
  const open = Object.entries(attributes).flatMap(([attribute, value]) =>
    value === undefined ? [] : [` ${attribute}="${xmlEscaped(String(value))}"`],
  )
  const start = `<${name}${open.join('')}`
  return inside === '' ? `${start}/>` : `${start}>${inside}</${name}>`
}
