import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import type { HeldUpload, Upload } from '../contract/uploads.ts'
import type { Surprise } from '../domain/surprise.ts'
import { belongsToDataset, safePath, uploadLimits } from '../domain/upload.ts'
import { ProblemError } from './problem.ts'

type NamedFile = Pick<Upload['files'][number], 'name' | 'bytes'>

/** Files that browsers send, in a folder of their own that no other user of the machine can read, until a job takes them over. */
export interface UploadRack extends AsyncDisposable {
  open(files: readonly NamedFile[]): Promise<Upload>
  put(id: string, place: number, bytes: Readable): Promise<Upload>
  /** The folder of an upload of which every file has arrived. */
  folderOf(id: string): string
  /** Leaves the folder to a job, until it is taken back or done with. */
  handOver(id: string): void
  /** The job is over: what it holds for a person stays, or else whatever the job left of the folder goes. */
  takeBack(id: string, surprises: readonly Surprise[] | undefined): Promise<void>
  /** Uploads that wait for a person. */
  held(): HeldUpload[]
  drop(id: string): Promise<void>
}

interface Held {
  upload: Upload
  readonly folder: string
  readonly writing: Set<number>
  /** Why it waits for a person; absent where it does not. */
  surprises?: readonly Surprise[] | undefined
}

/** Uploads that may be open at a time; beyond it the oldest is given up. */
const mostOpen = 4
/** Uploads that may wait for a person; beyond it one has to be decided on first. */
const mostHeld = 8

export function createUploadRack(newId: () => string): UploadRack {
  const held = new Map<string, Held>()
  let parent: Promise<string> | undefined
  const known = (id: string): Held => {
    const own = held.get(id)
    if (own !== undefined) return own
    throw new ProblemError(
      'upload-unknown',
      `No upload has the id ${id}; it was loaded already or given up. Choose the files again.`,
    )
  }
  const drop = async (id: string) => {
    const { folder } = known(id)
    held.delete(id)
    await rm(folder, { recursive: true, force: true })
  }
  return {
    async open(files) {
      const paths = pathsOf(files)
      const given = givenUpFor(held)
      if (given !== undefined) await drop(given)
      parent ??= mkdtemp(join(tmpdir(), 'revenant-uploads-'))
      const id = newId()
      const folder = join(await parent, id)
      await mkdir(folder, { mode: 0o700 })
      const named = files.map(({ bytes }, at) => ({
        name: paths[at] ?? '',
        bytes,
        arrived: false,
      }))
      const upload = { id, files: named }
      held.set(id, { upload, folder, writing: new Set() })
      return upload
    },
    async put(id, place, bytes) {
      const own = known(id)
      const file = own.upload.files[place]
      if (file === undefined || file.arrived || own.writing.has(place)) {
        throw refused(`The upload expects no file at place ${place}, or has it already.`)
      }
      own.writing.add(place)
      try {
        await writeFile(join(own.folder, file.name), file, bytes)
      } finally {
        own.writing.delete(place)
      }
      own.upload = { id, files: own.upload.files.with(place, { ...file, arrived: true }) }
      return own.upload
    },
    folderOf(id) {
      const { upload, folder } = known(id)
      const missing = upload.files.find(({ arrived }) => !arrived)
      if (missing === undefined) return folder
      throw refused(`${missing.name} has not arrived yet; send it first.`)
    },
    ...handingOver(held, known),
    drop,
    async [Symbol.asyncDispose]() {
      if (parent !== undefined) await rm(await parent, { recursive: true, force: true })
    },
  }
}

/** The oldest upload that has to go before another is opened; throws where too many wait for a person. */
function givenUpFor(held: ReadonlyMap<string, Held>): string | undefined {
  const ids = [...held.keys()]
  const open = ids.filter((id) => held.get(id)?.surprises === undefined)
  if (mostHeld <= ids.length - open.length) {
    throw refused(
      `${mostHeld} uploads wait for a person already; accept or refuse one of them first.`,
    )
  }
  return mostOpen <= open.length ? open[0] : undefined
}

function handingOver(
  held: Map<string, Held>,
  known: (id: string) => Held,
): Pick<UploadRack, 'handOver' | 'takeBack' | 'held'> {
  const loading = new Map<string, Held>()
  return {
    handOver(id) {
      loading.set(id, known(id))
      held.delete(id)
    },
    async takeBack(id, surprises) {
      const own = loading.get(id)
      if (own === undefined) return
      loading.delete(id)
      if (surprises !== undefined) held.set(id, { ...own, surprises })
      else await rm(own.folder, { recursive: true, force: true })
    },
    held: () =>
      [...held.values()].flatMap(({ upload, surprises }) =>
        surprises === undefined ? [] : [{ ...upload, surprises: [...surprises] }],
      ),
  }
}

/** Every file's path, checked before a byte is taken. */
function pathsOf(files: readonly NamedFile[]): string[] {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  if (uploadLimits.files < files.length) {
    throw refused(
      `${files.length} files are too many; one upload takes ${uploadLimits.files}. Load larger sets with \`revenant load\`.`,
    )
  }
  if (uploadLimits.bytes < total) {
    throw refused(
      `${total} bytes are too many; one upload takes ${uploadLimits.bytes}. Load larger sets with \`revenant load\`.`,
    )
  }
  const paths = files.map(({ name }) => pathOf(name))
  const folded = paths.map((path) => path.toLowerCase())
  const twice = paths.find((_, at) => folded.indexOf(folded[at] ?? '') !== at)
  if (twice !== undefined) throw refused(`${twice} is there twice; send each file once.`)
  return paths
}

function pathOf(name: string): string {
  const path = safePath(name)
  const shown = JSON.stringify(name.slice(0, 120))
  if (path === undefined) {
    throw refused(`${shown} is no name that a file of a dataset can have; rename it.`)
  }
  if (belongsToDataset(path)) return path
  throw refused(
    `${shown} is no part of a dataset; send its dataset.json, its CSV, TSV, NDJSON and XLSX files, or a zip archive of them.`,
  )
}

async function writeFile(path: string, { name, bytes }: NamedFile, source: Readable) {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  let taken = 0
  try {
    await pipeline(
      source,
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          taken += chunk.byteLength
          if (bytes < taken) throw refused(`${name} is longer than was said; choose it again.`)
          yield chunk
        }
        if (taken < bytes) throw cutOff(name)
      },
      createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    )
  } catch (cause) {
    await rm(path, { force: true })
    throw cause instanceof ProblemError ? cause : whyNotWritten(name, cause)
  }
}

function whyNotWritten(name: string, cause: unknown): unknown {
  const { code = '' } = cause as NodeJS.ErrnoException
  if (code === 'ENOSPC') {
    return refused(`There is no room left on this machine’s disk for ${name}; make some first.`)
  }
  const lost = ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'ABORT_ERR', 'EEXIST', 'ENOTDIR']
  return lost.includes(code) ? cutOff(name) : cause
}

function cutOff(name: string): ProblemError {
  return refused(`${name} did not arrive whole; send it again.`)
}

function refused(detail: string): ProblemError {
  return new ProblemError('upload-refused', detail)
}
