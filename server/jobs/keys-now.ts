import { compareText } from '../domain/canonical.ts'
import { keyAmong, plainKey } from '../domain/keys.ts'
import { linkOf } from '../domain/paper/subject.ts'
import type { GraphReads } from '../store/port.ts'

/**
 * By which key the store has now what somebody wrote of: platforms were told apart by the letters of their addresses once, and shops have other keys since their files were loaded again. As long
 * as a file was not, its shops stand under the keys that they had, so that the store is asked, and nothing that was written is changed.
 */
export async function keysNow(
  store: Pick<GraphReads, 'bareNodes'>,
  written: Iterable<string>,
): Promise<(key: string) => string> {
  const asked = new Set<string>()
  for (const key of written) {
    const plain = plainKey(key)
    if (plain !== key) asked.add(key).add(plain)
  }
  if (asked.size === 0) return (key) => key
  const nodes = await store.bareNodes([...asked].toSorted(compareText))
  const there = new Set<string>(nodes.map(({ key }) => key))
  return (key) => keyAmong(there, key)
}

/** The same of what a paper is about: a thing, or a link by both its ends. */
export function subjectNow(now: (key: string) => string, about: string): string {
  const link = linkOf(about)
  return link === undefined ? now(about) : JSON.stringify([now(link.from), link.kind, now(link.to)])
}
