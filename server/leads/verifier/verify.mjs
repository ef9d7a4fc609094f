#!/usr/bin/env node
// Checks a sealed Revenant lead offline: node verify.mjs PACKAGE.zip [--key FINGERPRINT], or the folder it was unpacked to.
// Needs Node 20 or later and nothing else. Exit code 0: as it was sealed; 1: not; 2: nothing to check.
// A signature shows that the holder of a key sealed it; whose key that is, the sender has to tell over another way.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

const tagFiles = [
  'bagit.txt',
  'bag-info.txt',
  'manifest-sha256.txt',
  'manifest-sha512.txt',
  'tagmanifest-sha512.txt',
]
const keysFile = 'signature/keys.json'
const signatureFile = 'signature/tagmanifest.ed25519'
const declaration = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'
const plainPath = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

main()

function main() {
  const [path, flag, expected] = process.argv.slice(2)
  const isKey = flag === '--key' && /^[0-9a-f]{16,64}$/i.test(expected ?? '')
  if (path === undefined || (flag !== undefined && !isKey)) {
    say('usage: node verify.mjs PACKAGE.zip | FOLDER [--key FINGERPRINT]')
    process.exitCode = 2
    return
  }
  const { problems, files, bytes, key } = check(path, expected)
  if (bytes !== undefined) say(`SHA-256 of the archive: ${hash(bytes, 'sha256')}`)
  for (const problem of problems) say(`PROBLEM: ${problem}`)
  say(
    problems.length === 0
      ? `OK: ${files.size} files, as they were sealed. ${trust(key, expected)}`
      : `NOT AS SEALED: ${problems.length} problem(s).`,
  )
  process.exitCode = problems.length === 0 ? 0 : 1
}

function trust(key, expected) {
  if (key === undefined) return "The package is unsigned: compare its SHA-256 with the sender's."
  if (expected !== undefined) return `Signed with the key ${key}, as asked.`
  return `Signed with the key ${key}: compare it with the one that the sender gave over another way.`
}

function check(path, expected) {
  try {
    const isFolder = lstatSync(path).isDirectory()
    const bytes = isFolder ? undefined : readFileSync(path)
    const { folder, files } = isFolder ? readFolder(path) : readZip(bytes)
    const signature = checkSignature(files)
    const problems = [
      ...bagProblems(files),
      ...claimProblems(files),
      ...signature.problems,
      ...(signature.problems.length === 0 ? keyProblems(signature.key, expected) : []),
    ]
    if (problems.length === 0 && bytes !== undefined && !zipOf(folder, files).equals(bytes)) {
      problems.push(
        'The files are as they were sealed, but the archive around them is not: it was packed again by another program, or something was changed in or added to it.',
      )
    }
    return { problems, files, bytes, key: signature.key }
  } catch (error) {
    return { problems: [error.message], files: new Map(), bytes: undefined }
  }
}

function readFolder(path) {
  const files = new Map()
  const walk = (at, prefix) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const name = `${prefix}${entry.name}`
      if (entry.isDirectory()) walk(join(at, entry.name), `${name}/`)
      else if (entry.isFile()) files.set(name, readFileSync(join(at, entry.name)))
      else throw new Error(`${name} is neither a file nor a folder.`)
    }
  }
  walk(path, '')
  return { folder: basename(resolve(path)), files: sorted(files) }
}

function readZip(bytes) {
  const end = bytes.length - 22
  ensure(
    0 <= end && bytes.readUInt32LE(end) === 0x06054b50,
    'The file does not end as a sealed package does.',
  )
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const files = new Map()
  const seen = new Set()
  for (let index = 0; index < count; index += 1) {
    const { name, content, next } = readEntry(bytes, at, end)
    ensure(!seen.has(name.toLowerCase()), `The archive holds ${name} twice.`)
    seen.add(name.toLowerCase())
    files.set(name, content)
    at = next
  }
  return inOneFolder(files)
}

function readEntry(bytes, at, end) {
  ensure(
    at + 46 <= end && bytes.readUInt32LE(at) === 0x02014b50,
    'The list of files in the archive is broken.',
  )
  const lengths = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))
  const name = bytes.toString('utf8', at + 46, at + 46 + lengths[0])
  ensure(
    plainPath.test(name),
    `The archive holds ${JSON.stringify(name)}, which is not a name of a sealed package.`,
  )
  ensure(
    bytes.readUInt16LE(at + 10) === 0,
    `${name} is compressed; a sealed package stores its files as they are.`,
  )
  const size = bytes.readUInt32LE(at + 24)
  const local = bytes.readUInt32LE(at + 42)
  ensure(
    local + 30 <= end && bytes.readUInt32LE(local) === 0x04034b50,
    `${name} is not where the archive says.`,
  )
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  ensure(start + size <= end, `${name} ends after the archive.`)
  return {
    name,
    content: bytes.subarray(start, start + size),
    next: at + 46 + lengths[0] + lengths[1] + lengths[2],
  }
}

function inOneFolder(files) {
  const folders = new Set([...files.keys()].map((name) => name.slice(0, name.indexOf('/') + 1)))
  const [folder = ''] = folders
  if (folders.size !== 1 || folder === '')
    throw new Error('The archive does not hold exactly one folder with everything in it.')
  return {
    folder: folder.slice(0, -1),
    files: sorted(
      new Map([...files].map(([name, content]) => [name.slice(folder.length), content])),
    ),
  }
}

// The one form that a sealed archive has: stored, sorted, dated 1980-01-02 00:00, mode 0644.
function zipOf(folder, files) {
  const parts = []
  const directory = []
  let offset = 0
  for (const [path, content] of files) {
    const name = Buffer.from(`${folder}/${path}`)
    // From "version needed" to "extra field length": the same in both headers.
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(0x0800, 2)
    shared.writeUInt16LE(0x0022, 8)
    shared.writeUInt32LE(crc32(content), 10)
    shared.writeUInt32LE(content.length, 14)
    shared.writeUInt32LE(content.length, 18)
    shared.writeUInt16LE(name.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE((0o100644 << 16) >>> 0, 6)
    rest.writeUInt32LE(offset, 10)
    parts.push(Buffer.from('504b0304', 'hex'), shared, name, content)
    directory.push(Buffer.from('504b01023f03', 'hex'), shared, rest, name)
    offset += 30 + name.length + content.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.size, 8)
  end.writeUInt16LE(files.size, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}

function crc32(content) {
  let crc = ~0
  for (const byte of content) crc = crcTable[(crc ^ byte) & 0xff] ^ (crc >>> 8)
  return ~crc >>> 0
}

// Complete and valid by RFC 8493, and stricter where a sealed package always has one form.
function bagProblems(files) {
  const missing = tagFiles.filter((name) => !files.has(name))
  if (0 < missing.length) return missing.map((name) => `${name} is missing.`)
  const payload = [...files.keys()].filter((path) => path.startsWith('data/'))
  const strange = [...files.keys()].filter(
    (path) => !(path.startsWith('data/') || [...tagFiles, keysFile, signatureFile].includes(path)),
  )
  const tags = [...tagFiles, keysFile].filter(
    (path) => path !== 'tagmanifest-sha512.txt' && files.has(path),
  )
  return [
    ...strange.map((path) => `${path} was added: a sealed package has no such file.`),
    ...(text(files, 'bagit.txt') === declaration
      ? []
      : ['bagit.txt does not declare a BagIt 1.0 bag.']),
    ...manifestProblems(files, 'tagmanifest-sha512.txt', 'sha512', tags),
    ...manifestProblems(files, 'manifest-sha512.txt', 'sha512', payload),
    ...manifestProblems(files, 'manifest-sha256.txt', 'sha256', payload),
  ]
}

function manifestProblems(files, name, algorithm, listed) {
  const lines = text(files, name).split('\n')
  const end = lines.pop()
  const entries = lines.map((line) => /^([0-9a-f]+) {2}(\S+)$/.exec(line))
  if (end !== '' || entries.includes(null))
    return [`${name} has a line that is not a line of a manifest.`]
  const hashes = new Map(entries.map(([, digest, path]) => [path, digest]))
  const paths = [...hashes.keys()]
  const changed = (path) =>
    hashes.has(path) && hash(files.get(path), algorithm) !== hashes.get(path)
  return [
    ...(hashes.size === entries.length ? [] : [`${name} lists a file twice.`]),
    ...paths
      .filter((path) => !files.has(path))
      .map((path) => `${path} is missing: ${name} lists it.`),
    ...paths
      .filter((path) => files.has(path) && !listed.includes(path))
      .map((path) => `${name} lists ${path}, which is not for it to list.`),
    ...listed
      .filter((path) => !hashes.has(path))
      .map((path) => `${path} was added: ${name} does not list it.`),
    ...listed
      .filter(changed)
      .map((path) => `${path} was changed: its hash is not the one in ${name}.`),
  ]
}

// The list of tag files, and with it every file, signed with Ed25519 (RFC 8032) by the last key of the list.
function checkSignature(files) {
  const problem = (text) => ({ problems: [text], key: undefined })
  const has = [keysFile, signatureFile].filter((path) => files.has(path))
  const promised = /^Signing-Key: /m.test(text(files, 'bag-info.txt'))
  if (has.length === 0 && promised)
    return problem('bag-info.txt names a signing key, and the signature is missing.')
  if (has.length === 0) return { problems: [], key: undefined }
  if (has.length === 1) return problem(`Of ${keysFile} and ${signatureFile} one is missing.`)
  const key = json(text(files, keysFile))?.keys?.at?.(-1)
  const bytes = Buffer.from(String(key?.publicKey), 'base64')
  if (key?.algorithm !== 'Ed25519' || bytes.length !== 32)
    return problem(`${keysFile} is not a list of keys.`)
  if (hash(bytes, 'sha256') !== key.fingerprint)
    return problem(`${keysFile} names a key by a fingerprint that is not its own.`)
  const signature = Buffer.from(text(files, signatureFile), 'base64')
  if (`${signature.toString('base64')}\n` !== text(files, signatureFile))
    return problem(`${signatureFile} is not written as a signature is.`)
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes])
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' })
  const holds = verify(null, files.get('tagmanifest-sha512.txt') ?? '', publicKey, signature)
  return holds
    ? { problems: [], key: key.fingerprint }
    : problem('The signature does not belong to this package.')
}

function keyProblems(key, expected) {
  if (expected === undefined || key?.startsWith(expected.toLowerCase())) return []
  return key === undefined
    ? [`The package is not signed, and the key ${expected} was asked for.`]
    : [`The package is signed with the key ${key}, not with ${expected}.`]
}

// Every claim rests on evidence that is there.
function claimProblems(files) {
  const lead = json(text(files, 'data/lead.json'))
  if (!isLead(lead)) return ['data/lead.json is not a lead.']
  const rows = lead.evidence.flatMap((item) => item.rows)
  const listed = new Set(rows.map(({ id }) => id))
  const records = text(files, 'data/records.ndjson').split('\n').filter(Boolean).map(json)
  const held = new Map(records.map((record) => [record?.id, record?.hash]))
  const statements = [...lead.claims, ...lead.counters]
  const cited = statements.flatMap(({ id, evidence }) => evidence.map((row) => [id, row]))
  return [
    ...statements
      .filter(({ evidence }) => evidence.length === 0)
      .map(({ id }) => `${id} cites no evidence.`),
    ...cited
      .filter(([, row]) => !listed.has(row))
      .map(([id, row]) => `${id} cites ${row}, which is not in the list of evidence.`),
    ...rows
      .filter(({ id, record }) => held.get(id) !== record)
      .map(({ id }) => `${id} is in the list of evidence, and records.ndjson does not hold it.`),
  ]
}

function isLead(lead) {
  const lists = [lead?.claims, lead?.counters, lead?.evidence]
  return lead?.format === 'revenant-lead/1' && lists.every(Array.isArray) && 0 < lead.claims.length
}

function ensure(holds, message) {
  if (!holds) throw new Error(message)
}

function json(value) {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

function text(files, path) {
  return files.get(path)?.toString('utf8') ?? ''
}

function hash(bytes, algorithm) {
  return createHash(algorithm).update(bytes).digest('hex')
}

function sorted(files) {
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function say(line) {
  process.stdout.write(`${line}\n`)
}
