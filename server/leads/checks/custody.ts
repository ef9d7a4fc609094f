import { z } from 'zod'

import { CustodyEvent } from '../../domain/evidence/custody.ts'
import { eventHash } from '../../domain/evidence/custody-chain.ts'
import { rootFrom } from '../../domain/evidence/merkle.ts'
import { Sha256 } from '../../domain/units.ts'
import { type Contents, digest, textOf } from '../formats/content.ts'

const Root = z.object({
  line: z.literal('root'),
  events: z.int().min(0),
  head: Sha256,
  root: Sha256,
})
const Proven = z.object({ line: z.literal('event'), event: CustodyEvent, proof: z.array(Sha256) })

/** Whether every event of custody is what it was and stands under the root, and every file of evidence is the one that was received. */
export function custodyProblems(files: Contents): string[] {
  const enclosed = [...files.keys()].flatMap((path) => {
    const [, sha256, name] = enclosedPath.exec(path) ?? []
    return sha256 === undefined || name === undefined ? [] : [{ path, sha256, name }]
  })
  const lines = linesOf(files)
  if (lines === undefined) {
    return enclosed.length === 0 ? [] : ['data/custody.ndjson is missing, and there is evidence.']
  }
  const root = Root.safeParse(lines[0])
  const events = z.array(Proven).safeParse(lines.slice(1))
  if (!(root.success && events.success)) return ['data/custody.ndjson is not a chain of custody.']
  const received = new Set(
    events.data.flatMap(({ event }) => (event.what === 'received' ? [event.file] : [])),
  )
  return [
    ...eventProblems(events.data, root.data),
    ...enclosed.flatMap(({ path, sha256, name }) => {
      const content = files.get(path)
      return [
        ...(received.has(sha256 as Sha256)
          ? []
          : [`${path} was never received: data/custody.ndjson does not say so.`]),
        ...(name === 'meta.json' || (content && digest(content, 'sha256') === sha256)
          ? []
          : [`${path} is not the file that its folder names.`]),
      ]
    }),
  ]
}

const enclosedPath = /^data\/evidence\/([^/]+)\/([^/]+)$/

function eventProblems(
  proven: readonly z.infer<typeof Proven>[],
  { events: size, root, head }: z.infer<typeof Root>,
): string[] {
  let before: CustodyEvent | undefined
  return proven.flatMap(({ event, proof }) => {
    const { seq, hash, previous } = event
    const named = `Event ${seq} of data/custody.ndjson`
    const isNext = before !== undefined && seq === before.seq + 1
    const checks: readonly (readonly [boolean, string])[] = [
      [eventHash(event) === hash, `${named} was changed: its hash is not that of its contents.`],
      [
        rootFrom(hash, { index: seq - 1, size, proof }) === root,
        `${named} does not stand under the root.`,
      ],
      [!isNext || previous === before?.hash, `${named} does not follow the one before it.`],
      [before === undefined || before.seq < seq, `${named} is not in its place.`],
      [seq !== size || hash === head, `${named} is not the head that is named.`],
    ]
    before = event
    return checks.filter(([holds]) => !holds).map(([, problem]) => problem)
  })
}

function linesOf(files: Contents): unknown[] | undefined {
  if (!files.has('data/custody.ndjson')) return undefined
  return textOf(files, 'data/custody.ndjson')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      try {
        return JSON.parse(line) as unknown
      } catch {
        return undefined
      }
    })
}
