import type { NodeKey } from '../../domain/keys.ts'
import type { Sha256 } from '../../domain/units.ts'
import type { EdgeId } from '../edge-id.ts'
import type { Gathered, KnownNode } from './gathered.ts'

/**
 * What was gathered, on its way from one thread to another: each key once, and the rest as numbers. Keys stand at both ends of relations; states differ nearly always, and to find out costs more than to hand over one twice;
 * as JSON, which puts a backslash before each quote of the JSON within, either side spends several times as much on it, and on the lists that it is more still.
 */
export interface HandedOver {
  readonly source: string
  /** Line by line. */
  readonly texts: string
  /** What new nodes are found by, line by line: beside the texts, as these take twice the room where one of them is Chinese. */
  readonly tokens: string
  /** The lengths of lists, places of texts and numbers in the order in which they are read. */
  readonly numbers: Float64Array<ArrayBuffer>
}

export function handedOver(gathered: Gathered): HandedOver {
  const { source, records, fresh, known, edges, about } = gathered
  const { add, placeOf, lines } = textTable()
  const numbers = [records, fresh, known, edges, about].map(({ length }) => length)
  const list = (items: readonly number[]) => {
    numbers.push(items.length)
    for (const item of items) numbers.push(item)
  }
  for (const [hash, row, kind, body, said] of records) {
    numbers.push(add(hash), row, placeOf(kind), add(body), add(said))
  }
  for (const [row, key, state, said] of [...fresh, ...known]) {
    numbers.push(row, placeOf(key), add(state))
    list(said)
  }
  for (const [[from, type, to, discriminator], state, said] of edges) {
    numbers.push(placeOf(from), placeOf(type), placeOf(to), placeOf(discriminator), add(state))
    list(said)
  }
  for (const [key, record] of about) numbers.push(placeOf(key), record)
  return {
    source,
    texts: lines.join('\n'),
    tokens: fresh.map(([, , , , tokens]) => tokens).join('\n'),
    numbers: new Float64Array(numbers),
  }
}

/** What was handed over, as it was gathered. */
export function takenOver({ source, texts, tokens, numbers }: HandedOver): Gathered {
  const lines = texts.split('\n').map(ofLine)
  const found = tokens.split('\n')
  let at = 0
  const number = () => numbers[at++] as number
  const text = <Text extends string>() => lines[number()] as Text
  const many = <Item>(length: number, read: (place: number) => Item) => {
    const items: Item[] = []
    for (let place = 0; place < length; place++) items.push(read(place))
    return items
  }
  const node = (): KnownNode => [number(), text<NodeKey>(), text(), many(number(), number)]
  const [records, fresh, known] = [number(), number(), number()]
  const [edges, about] = [number(), number()]
  return {
    source,
    records: many(records, () => [text<Sha256>(), number(), text(), text(), text()]),
    fresh: many(fresh, (place) => [...node(), found[place] as string]),
    known: many(known, node),
    edges: many(edges, () => {
      const id = [text<NodeKey>(), text<EdgeId['type']>(), text<NodeKey>(), text()] as const
      return [id, text(), many(number(), number)]
    }),
    about: many(about, () => [text<NodeKey>(), number()]),
  }
}

function textTable() {
  const lines: string[] = []
  const places = new Map<string, number>()
  /** A hash, or JSON of an object or a list. */
  const add = (text: string) => lines.push(text) - 1
  return {
    lines,
    add,
    placeOf(text: string) {
      const known = places.get(text)
      if (known !== undefined) return known
      const place = add(asLine(text))
      places.set(text, place)
      return place
    },
  }
}

/** What somebody typed may have a line break in it, and then is written as JSON. Neither keys nor lists and objects as JSON begin with a quote. */
function asLine(text: string): string {
  return text.startsWith('"') || text.includes('\n') ? JSON.stringify(text) : text
}

function ofLine(line: string): string {
  return line.startsWith('"') ? (JSON.parse(line) as string) : line
}
