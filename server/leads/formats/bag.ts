import { compareText } from '../../domain/canonical.ts'
import { type Content, digest, sizeOf } from './content.ts'
import { keysFile, keysJson, type Signer, signatureFile, signatureText } from './signature.ts'

/** Files of a package that are all in memory. */
export type Files = ReadonlyMap<string, Uint8Array>

/**
 * Puts a payload into a BagIt 1.0 bag: every payload file under `data/` is listed by SHA-256 and by SHA-512, every tag file by SHA-512.
 * With a signer, the list of tag files is signed too: it names every manifest, and they every file.
 * Source: J. Kunze et al., The BagIt File Packaging Format (V1.0), RFC 8493.
 */
export function bagOf<Held extends Content>(
  payload: ReadonlyMap<string, Held>,
  info: readonly (readonly [string, string])[],
  signer?: Signer,
): ReadonlyMap<string, Held | Uint8Array> {
  const data = new Map([...payload].map(([path, bytes]) => [`data/${path}`, bytes] as const))
  const oxum = [...payload.values()].reduce((sum, content) => sum + sizeOf(content), 0)
  const tags = new Map<string, Uint8Array>([
    ['bagit.txt', encoded('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n')],
    ['bag-info.txt', encoded(infoText([...info, ['Payload-Oxum', `${oxum}.${payload.size}`]]))],
    ['manifest-sha256.txt', encoded(manifest(data, 'sha256'))],
    ['manifest-sha512.txt', encoded(manifest(data, 'sha512'))],
    ...(signer === undefined ? [] : [[keysFile, encoded(keysJson(signer.history))] as const]),
  ])
  const list = encoded(manifest(tags, 'sha512'))
  const all = new Map<string, Held | Uint8Array>([
    ...data,
    ...tags,
    ['tagmanifest-sha512.txt', list] as const,
    ...(signer === undefined
      ? []
      : [[signatureFile, encoded(signatureText(signer.sign(list)))] as const]),
  ])
  return new Map([...all].toSorted(([a], [b]) => compareText(a, b)))
}

function manifest(files: ReadonlyMap<string, Content>, algorithm: 'sha256' | 'sha512'): string {
  return [...files]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([path, bytes]) => `${digest(bytes, algorithm)}  ${path}\n`)
    .join('')
}

/** A value may not end its own line: what follows would be a tag of its own. */
function infoText(info: readonly (readonly [string, string])[]): string {
  return info
    .map(
      ([label, value]) =>
        `${label}: ${value
          .toWellFormed()
          .replaceAll(/\p{Cc}+|[\u2028\u2029]+/gu, ' ')
          .trim()}\n`,
    )
    .join('')
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
