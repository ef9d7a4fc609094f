import { type FileHandle, open } from 'node:fs/promises'
import { resolve } from 'node:path'

import { z } from 'zod'

import { RefusalError } from '../../domain/failure.ts'
import type { Archive } from '../../leads/formats/archive.ts'
import { verifyPackage } from '../../leads/verify.ts'
import type { Command } from '../command.ts'
import { printJson } from '../print.ts'

const Options = z.object({
  key: z
    .string()
    .regex(/^[0-9a-f]{16,64}$/i, 'A fingerprint has 16 to 64 hexadecimal digits.')
    .optional()
    .meta({
      value: 'FINGERPRINT',
      description: 'the key that has to have signed it, as its sender gave it over another way',
    }),
})

export const verify: Command<typeof Options> = {
  name: 'verify',
  summary: 'Checks a sealed lead offline; exit code 1 when anything in it is not as it was sealed',
  positionals: ['FILE.zip'],
  options: Options,
  async run({ options: { key }, positionals: [file = ''] }, { folder, terminal }) {
    await using handle = await opened(resolve(folder, file), file)
    const checked = await verifyPackage(await archiveOf(handle), key)
    await printJson(terminal, checked)
    return checked.ok ? 0 : 1
  },
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
