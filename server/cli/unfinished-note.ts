import type { UnfinishedSource } from '../domain/unfinished.ts'
import type { RecordReads } from '../store/port.ts'
import type { Terminal } from './terminal.ts'

/**
 * Says beside the result that the store holds only a part of some files. No command is refused for it: what is there is right as far as it goes, it may be all that is asked about, and whoever no
 * longer has the files could otherwise not work at all.
 */
export async function noteUnfinished(store: RecordReads, terminal: Terminal): Promise<void> {
  const line = unfinishedLine(await store.unfinishedSources())
  if (line !== undefined) terminal.note(line)
}

/** Undefined where all has ended. */
export function unfinishedLine(unfinished: readonly UnfinishedSource[]): string | undefined {
  if (unfinished.length === 0) return undefined
  const since = Math.min(...unfinished.map((one) => one.since))
  const began = new Date(since).toISOString().slice(0, 16).replace('T', ' ')
  const what = doings(unfinished)
  return `Note: the store may hold only a part of ${named(unfinished.map(({ id }) => id))}, as ${what} which began on ${began} UTC has not ended: it still goes on, or it was broken off. What follows may lack some of what they say, or mix it with what earlier versions of them said. Unless it goes on, load the dataset again (\`revenant load PATH\`), or take it back (\`revenant withdraw DATASET\`).`
}

function doings(unfinished: readonly UnfinishedSource[]): string {
  const isWithdrawal = ({ what }: UnfinishedSource) => what === 'withdrawal'
  if (unfinished.every(isWithdrawal)) return 'a withdrawal'
  return unfinished.some(isWithdrawal) ? 'a load or withdrawal' : 'a load'
}

const mostNamed = 3

/** The first of them by name, and how many more there are. */
export function named(ids: readonly string[]): string {
  const more = ids.length - mostNamed
  const first = ids.slice(0, mostNamed).join(', ')
  return 0 < more ? `${first} and ${more} more` : first
}
