import sax from 'sax'

import { BrokenFileError } from '../raw-row.ts'

/** What a part's reader is told, with the names of elements and attributes as they are after their prefix. */
export interface Listener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * Parses XML as its text comes, handing over after each piece. Nothing outside the text is ever fetched: a document type, and with it every entity of its own,
 * makes the part a {@link BrokenFileError}, as does XML that is not well-formed.
 */
export async function* parseXml(
  pieces: AsyncIterable<string>,
  listener: Listener,
): AsyncGenerator<void> {
  const parser = sax.parser(true)
  let failure: Error | undefined
  parser.onerror = (error) => {
    failure ??= error
  }
  parser.ondoctype = () => {
    failure ??= new Error('a document type')
  }
  parser.onopentag = ({ name, attributes }) =>
    listener.open?.(local(name), localNames(attributes as Record<string, string>))
  parser.ontext = (text) => listener.text?.(text)
  parser.oncdata = (text) => listener.text?.(text)
  parser.onclosetag = (name) => listener.close?.(local(name))
  const check = () => {
    if (failure === undefined) return
    throw Object.assign(new BrokenFileError(0, 'is no well-formed XML from there on'), {
      cause: failure,
    })
  }
  for await (const piece of pieces) {
    attempt(() => parser.write(piece))
    check()
    yield
  }
  attempt(() => parser.close())
  check()
  yield

  function attempt(work: () => void): void {
    try {
      work()
    } catch (error) {
      failure ??= error as Error
    }
  }
}

/** Reads a whole part. */
export async function readXml(pieces: AsyncIterable<string>, listener: Listener): Promise<void> {
  for await (const _piece of parseXml(pieces, listener));
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function localNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const named: Record<string, string> = {}
  for (const name in attributes) named[local(name)] = attributes[name] ?? ''
  return named
}
