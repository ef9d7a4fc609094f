import { type FileHandle, open } from 'node:fs/promises'
import { resolve } from 'node:path'

import { z } from 'zod'

import { RefusalError } from '../../domain/failure.ts'
import type { Archive } from '../../leads/formats/archive.ts'
import { type Verification, verifyPackage } from '../../leads/verify.ts'
import type { Command } from '../command.ts'
import { printJson } from '../print.ts'
import { stampPathOf } from './lead-packages.ts'

const Options = z.object({
  key: z
    .string()
    .regex(/^[0-9a-f]{16,64}$/i, 'A fingerprint has 16 to 64 hexadecimal digits.')
    .optional()
    .meta({
      value: 'FINGERPRINT',
      description: 'the key that has to have signed it, as its sender gave it over another way',
    }),
  stamp: z.string().min(1).optional().meta({
    value: 'FILE.tsr',
    description: 'its time stamp; the file of the same name beside it when absent',
  }),
})

export const verify: Command<typeof Options> = {
  name: 'verify',
  summary: 'Checks a sealed lead offline; exit code 1 when anything in it is not as it was sealed',
  positionals: ['FILE.zip'],
  options: Options,
  async run({ options, positionals: [file = ''] }, { folder, terminal }) {
    await using handle = await opened(resolve(folder, file), file)
    const beside = options.stamp ?? stampPathOf(file)
    const stamp = await stampIn(resolve(folder, beside), options.stamp)
    const { stamp: timeStamp = null, ...checked } = await verifyPackage(
      await archiveOf(handle),
      options.key,
      stamp,
    )
    await printJson(terminal, {
      ...checked,
      timeStamp: timeStamp && { ...timeStamp, at: new Date(timeStamp.at).toISOString() },
    })
    if (stamp === undefined) terminal.note(`There is no time stamp (${beside}).`)
    if (timeStamp !== null) terminal.note(trustWords(timeStamp, beside))
    return checked.ok ? 0 : 1
  },
}

/** A token has a few thousand bytes; what is larger is none, and is told so after its first part. */
const mostStampBytes = 1_048_576

/** Undefined where nobody named a file and none lies there. */
async function stampIn(path: string, named: string | undefined): Promise<Uint8Array | undefined> {
  try {
    await using file = await open(path)
    const { bytesRead, buffer } = await file.read(Buffer.alloc(mostStampBytes), 0)
    return new Uint8Array(buffer.subarray(0, bytesRead))
  } catch (cause) {
    if (named === undefined && (cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new RefusalError(`${path} cannot be read (${why}); give the path of a time stamp.`, {
      cause,
    })
  }
}

function trustWords(
  { at, authority, of }: NonNullable<Verification['stamp']>,
  stamp: string,
): string {
  const [time] = new Date(at).toISOString().split('.')
  return `“${authority}” states that the signed bytes were there on ${time?.replace('T', ' at ')} UTC, and its signature holds by the certificate inside. Whether that certificate is the authority's is yours to check, with its root certificate from another way: unzip, then openssl ts -verify -data ${of} -in ${stamp} -CAfile AUTHORITY.pem`
}

async function opened(path: string, file: string): Promise<FileHandle> {
  const refusal = (why: string, cause?: unknown) =>
    new RefusalError(`${file} cannot be read (${why}); give the path of a lead package.`, { cause })
  const handle = await open(path).catch((cause: unknown) => {
    throw refusal(cause instanceof Error ? cause.message : String(cause), cause)
  })
  if ((await handle.stat()).isFile()) return handle
  await handle.close()
  throw refusal('it is not a file')
}

/** Read where it lies, as a package with films may be larger than memory. */
async function archiveOf(handle: FileHandle): Promise<Archive> {
  const { size } = await handle.stat()
  return {
    size,
    async read(at, length) {
      const bytes = Buffer.alloc(Math.min(length, Math.max(0, size - at)))
      for (let done = 0; done < bytes.length; ) {
        const { bytesRead } = await handle.read(bytes, done, bytes.length - done, at + done)
        if (bytesRead === 0) return bytes.subarray(0, done)
        done += bytesRead
      }
      return bytes
    },
  }
}
