import { createHash } from 'node:crypto'

import { generateWorld } from '../../server/jobs/world/generate-world.ts'
import type { WorldCounts, WorldOptions } from '../../server/jobs/world/plan.ts'

export interface WorldFiles extends WorldCounts {
  /** Path within the world's folder → text. */
  readonly files: ReadonlyMap<string, string>
}

/** A whole small world in memory. */
export function worldFiles(options: WorldOptions): WorldFiles {
  const files = new Map<string, string>()
  const counts = eachPiece(options, (path, text) => {
    files.set(path, (files.get(path) ?? '') + text)
  })
  return { ...counts, files }
}

/** SHA-256 of every file of a world, by path, without ever holding one of them. */
export function worldHashes(options: WorldOptions): Record<string, string> {
  const hashes = new Map<string, ReturnType<typeof createHash>>()
  eachPiece(options, (path, text) => {
    const hash = hashes.get(path) ?? createHash('sha256')
    hashes.set(path, hash.update(text))
  })
  const sorted = [...hashes].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([path, hash]) => [path, hash.digest('hex')]))
}

/** One hash for all files of a world. */
export function worldHash(options: WorldOptions): string {
  return createHash('sha256')
    .update(JSON.stringify(worldHashes(options)))
    .digest('hex')
}

function eachPiece(options: WorldOptions, take: (path: string, text: string) => void): WorldCounts {
  const pieces = generateWorld(options)
  for (let next = pieces.next(); ; next = pieces.next()) {
    if (next.done) return next.value
    take(next.value.path, next.value.text)
  }
}
