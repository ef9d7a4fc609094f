import { ZipFile } from 'yazl'

import type { Files } from './bag.ts'

/**
 * Files in one folder as a zip archive: stored, in the order given, without times, owners or anything else that differs between two machines,
 * so that the same files always give the same bytes.
 */
export async function zipOf(folder: string, files: Files): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [path, bytes] of files) {
    zip.addBuffer(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      `${folder}/${path}`,
      {
        compress: false,
        // The format holds local time: this is one and the same there in every time zone, and after its first day.
        mtime: new Date(1980, 0, 2),
        forceDosTimestamp: true,
        mode: 0o100644,
      },
    )
  }
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return new Uint8Array(Buffer.concat(chunks))
}
