import { z } from 'zod'

import { Sha256 } from '../units.ts'

/** What a file is by its first bytes, never by its name. */
export const fileFormats = [
  'png',
  'jpeg',
  'webp',
  'gif',
  'pdf',
  'mp4',
  'mov',
  'webm',
  'warc',
  'warc-gzip',
  'wacz',
  'mhtml',
  'eml',
  'json',
  'csv',
  'text',
  'other',
] as const
export const FileFormat = z.enum(fileFormats)
export type FileFormat = z.infer<typeof FileFormat>

/** SHA-512 as 128 lower-case hexadecimal digits. */
export const Sha512 = z
  .string()
  .regex(/^[0-9a-f]{128}$/)
  .brand<'Sha512'>()
export type Sha512 = z.infer<typeof Sha512>

/** What one file may hold, in bytes: 2 GiB. */
export const mostFileBytes = 2_147_483_648

/** A file as it arrived: these are of its own bytes and never change. */
export const EvidenceFile = z.object({
  sha256: Sha256,
  sha512: Sha512,
  /** In bytes. */
  size: z.int().min(1).max(mostFileBytes),
  format: FileFormat,
  /** As whoever handed it in had named it; never used as a path. */
  name: z.string().min(1).max(1_000),
})
export type EvidenceFile = z.infer<typeof EvidenceFile>

/** The media type that a format is served and described by. */
export const mediaTypes: Readonly<Record<FileFormat, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
  warc: 'application/warc',
  'warc-gzip': 'application/gzip',
  wacz: 'application/wacz',
  mhtml: 'multipart/related',
  eml: 'message/rfc822',
  json: 'application/json',
  csv: 'text/csv',
  text: 'text/plain',
  other: 'application/octet-stream',
}
