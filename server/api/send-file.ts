import { pipeline } from 'node:stream/promises'

import type { Response } from 'express'

import type { FileSource } from '../store/files.ts'

/** Sends a file piece by piece; whoever stops listening ends it, and that is nobody's fault. */
export async function sendFile(source: FileSource, response: Response): Promise<void> {
  response.set('Content-Length', String(source.size))
  try {
    await pipeline(source.chunks(), response)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error
  }
}
