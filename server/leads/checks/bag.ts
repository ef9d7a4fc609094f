import { type Contents, digest, textOf } from '../formats/content.ts'
import { keysFile, signatureFile } from '../formats/signature.ts'

/** Whether a bag is complete and valid: RFC 8493 §3, and stricter where a sealed package always has one form. */
export function bagProblems(files: Contents): string[] {
  const missing = tagFiles.filter((name) => !files.has(name))
  if (0 < missing.length) return missing.map((name) => `${name} is missing.`)
  const payload = [...files.keys()].filter((path) => path.startsWith('data/'))
  const tags = [...files.keys()].filter((path) => !path.startsWith('data/'))
  const strange = tags.filter(
    (path) => !tagFiles.includes(path) && path !== signatureFile && path !== keysFile,
  )
  return [
    ...strange.map((path) => `${path} was added: a sealed package has no such file.`),
    ...(textOf(files, 'bagit.txt') === declaration
      ? []
      : ['bagit.txt does not declare a BagIt 1.0 bag.']),
    ...manifestProblems(files, {
      name: 'tagmanifest-sha512.txt',
      algorithm: 'sha512',
      listed: tags.filter(
        (path) =>
          path === keysFile || (path !== 'tagmanifest-sha512.txt' && tagFiles.includes(path)),
      ),
    }),
    ...manifestProblems(files, {
      name: 'manifest-sha512.txt',
      algorithm: 'sha512',
      listed: payload,
    }),
    ...manifestProblems(files, {
      name: 'manifest-sha256.txt',
      algorithm: 'sha256',
      listed: payload,
    }),
  ]
}

const tagFiles: readonly string[] = [
  'bagit.txt',
  'bag-info.txt',
  'manifest-sha256.txt',
  'manifest-sha512.txt',
  'tagmanifest-sha512.txt',
]
const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

interface Manifest {
  readonly name: string
  readonly algorithm: 'sha256' | 'sha512'
  /** Files that it has to list, and no other. */
  readonly listed: readonly string[]
}

function manifestProblems(files: Contents, { name, algorithm, listed }: Manifest): string[] {
  const lines = textOf(files, name).split('\n')
  const end = lines.pop()
  const entries = lines.map((line) => /^([0-9a-f]+) {2}(\S+)$/.exec(line))
  if (end !== '' || entries.includes(null))
    return [`${name} has a line that is not a line of a manifest.`]
  const hashes = new Map(entries.map((entry) => [entry?.[2] ?? '', entry?.[1] ?? '']))
  const twice = hashes.size === entries.length ? [] : [`${name} lists a file twice.`]
  const gone = [...hashes.keys()].filter((path) => !files.has(path))
  const unlisted = listed.filter((path) => !hashes.has(path))
  const strange = [...hashes.keys()].filter((path) => files.has(path) && !listed.includes(path))
  const changed = listed.filter((path) => {
    const content = files.get(path)
    return (
      content !== undefined && hashes.has(path) && digest(content, algorithm) !== hashes.get(path)
    )
  })
  return [
    ...twice,
    ...gone.map((path) => `${path} is missing: ${name} lists it.`),
    ...unlisted.map((path) => `${path} was added: ${name} does not list it.`),
    ...strange.map((path) => `${name} lists ${path}, which is not for it to list.`),
    ...changed.map((path) => `${path} was changed: its hash is not the one in ${name}.`),
  ]
}
