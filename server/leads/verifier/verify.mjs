#!/usr/bin/env node
// Checks a sealed Revenant lead offline: node verify.mjs PACKAGE.zip [--key FINGERPRINT] [--stamp FILE.tsr], or the folder it was unpacked to.
// Needs Node 20 or later and nothing else; files are read in pieces, so that a package may be larger than memory. Exit code 0: as it was sealed; 1: not; 2: nothing to check.
// A signature shows that the holder of a key sealed it; whose key that is, the sender has to tell over another way. A time stamp (RFC 3161), in a file of the same name
// that ends in .tsr, shows that the signed bytes were there at a time; whose certificate that is, openssl ts -verify can tell who has the authority's own.
import { constants, createHash, createPublicKey, verify, X509Certificate } from 'node:crypto'
import { closeSync, existsSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs'
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
// Bytes that are read at once, and that a text or the list of files may have.
const pieceBytes = 1_048_576
const mostTextBytes = 268_435_456
const plainPath = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc
})

const oids = {
  '2a864886f70d010702': 'signedData',
  '2a864886f70d0109100104': 'tstInfo',
  '2a864886f70d010903': 'contentType',
  '2a864886f70d010904': 'messageDigest',
  '2a864886f70d010910020c': 'signingCertificate',
  '2a864886f70d010910022f': 'signingCertificateV2',
  '608648016503040201': 'sha256',
  '608648016503040202': 'sha384',
  '608648016503040203': 'sha512',
}
// How a token may be signed; where no hash is named, it is that of the signed attributes.
const schemes = {
  '2a864886f70d010101': {},
  '2a864886f70d01010a': { padding: constants.RSA_PKCS1_PSS_PADDING },
  '2a864886f70d01010b': { hash: 'sha256' },
  '2a864886f70d01010c': { hash: 'sha384' },
  '2a864886f70d01010d': { hash: 'sha512' },
  '2a8648ce3d040302': { hash: 'sha256' },
  '2a8648ce3d040303': { hash: 'sha384' },
  '2a8648ce3d040304': { hash: 'sha512' },
  '2b6570': { hash: null },
}
const timeStamping = '1.3.6.1.5.5.7.3.8'

main()

function main() {
  const [path, ...flags] = process.argv.slice(2)
  const options = optionsOf(flags)
  if (path === undefined || options === undefined) {
    say('usage: node verify.mjs PACKAGE.zip | FOLDER [--key FINGERPRINT] [--stamp FILE.tsr]')
    process.exitCode = 2
    return
  }
  const stampPath = options.stamp ?? `${path.replace(/(?:\.zip|\/)$/i, '')}.tsr`
  const { problems, files, folder, archive, key } = check(path, options.key)
  const stamp = checkStamp(stampPath, options.stamp, files)
  problems.push(...stamp.problems)
  if (archive !== undefined) say(`SHA-256 of the archive: ${digestsOf(archive).sha256}`)
  for (const problem of problems) say(`PROBLEM: ${problem}`)
  say(
    problems.length === 0
      ? `OK: ${files.size} files, as they were sealed. ${trust(key, options.key)}`
      : `NOT AS SEALED: ${problems.length} problem(s).`,
  )
  if (problems.length === 0) for (const line of stampLines(stamp, stampPath, folder)) say(line)
  process.exitCode = problems.length === 0 ? 0 : 1
}

function optionsOf(flags) {
  const options = {}
  for (let at = 0; at < flags.length; at += 2) {
    const [flag, value = ''] = flags.slice(at, at + 2)
    if (flag === '--key' && /^[0-9a-f]{16,64}$/i.test(value)) options.key = value
    else if (flag === '--stamp' && value !== '') options.stamp = value
    else return undefined
  }
  return options
}

function trust(key, expected) {
  if (key === undefined) return "The package is unsigned: compare its SHA-256 with the sender's."
  if (expected !== undefined) return `Signed with the key ${key}, as asked.`
  return `Signed with the key ${key}: compare it with the one that the sender gave over another way.`
}

function check(path, expected) {
  try {
    const found = lstatSync(path)
    const archive = found.isDirectory() ? undefined : { path, start: 0, size: found.size }
    const { folder, files } = archive === undefined ? readFolder(path) : readZip(archive)
    const signature = checkSignature(files)
    const problems = [
      ...bagProblems(files),
      ...claimProblems(files),
      ...signature.problems,
      ...(signature.problems.length === 0 ? keyProblems(signature.key, expected) : []),
    ]
    if (problems.length === 0 && archive !== undefined && !isSealed(archive, folder, files)) {
      problems.push(
        'The files are as they were sealed, but the archive around them is not: it was packed again by another program, or something was changed in or added to it.',
      )
    }
    return { problems, files, folder, archive, key: signature.key }
  } catch (error) {
    return { problems: [error.message], files: new Map(), archive: undefined }
  }
}

function readFolder(path) {
  const files = new Map()
  const walk = (at, prefix) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const name = `${prefix}${entry.name}`
      const own = join(at, entry.name)
      if (entry.isDirectory()) walk(own, `${name}/`)
      else if (entry.isFile()) files.set(name, { path: own, start: 0, size: lstatSync(own).size })
      else throw new Error(`${name} is neither a file nor a folder.`)
    }
  }
  walk(path, '')
  return { folder: basename(resolve(path)), files: sorted(files) }
}

// What is read of an archive is where its files lie: a file is a path, a place in it and a size.
function readZip(archive) {
  const end = archive.size - 22
  const last = 0 <= end ? readAt(archive.path, end, 22) : Buffer.alloc(22)
  ensure(last.readUInt32LE(0) === 0x06054b50, 'The file does not end as a sealed package does.')
  const start = last.readUInt32LE(16)
  ensure(
    start <= end && end - start <= mostTextBytes,
    'The list of files in the archive is broken.',
  )
  const list = readAt(archive.path, start, end - start)
  const count = last.readUInt16LE(10)
  const files = new Map()
  const seen = new Set()
  for (let [index, at] = [0, 0]; index < count; index += 1) {
    const { name, content, next } = readEntry(archive.path, list, { at, end })
    ensure(!seen.has(name.toLowerCase()), `The archive holds ${name} twice.`)
    seen.add(name.toLowerCase())
    files.set(name, content)
    at = next
  }
  return inOneFolder(files)
}

function readEntry(path, list, { at, end }) {
  ensure(
    at + 46 <= list.length && list.readUInt32LE(at) === 0x02014b50,
    'The list of files in the archive is broken.',
  )
  const lengths = [28, 30, 32].map((offset) => list.readUInt16LE(at + offset))
  const name = list.toString('utf8', at + 46, at + 46 + lengths[0])
  ensure(
    plainPath.test(name),
    `The archive holds ${JSON.stringify(name)}, which is not a name of a sealed package.`,
  )
  ensure(
    list.readUInt16LE(at + 10) === 0,
    `${name} is compressed; a sealed package stores its files as they are.`,
  )
  const size = list.readUInt32LE(at + 24)
  const local = list.readUInt32LE(at + 42)
  const header = local + 30 <= end ? readAt(path, local, 30) : Buffer.alloc(30)
  ensure(header.readUInt32LE(0) === 0x04034b50, `${name} is not where the archive says.`)
  const start = local + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  ensure(start + size <= end, `${name} ends after the archive.`)
  return {
    name,
    content: { path, start, size },
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

// The one form that a sealed archive has: stored, sorted, dated 1980-01-02 00:00, mode 0644, nothing between the files.
function isSealed(archive, folder, files) {
  const directory = []
  let offset = 0
  for (const [path, content] of files) {
    const name = Buffer.from(`${folder}/${path}`)
    // From "version needed" to "extra field length": the same in both headers.
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(0x0800, 2)
    shared.writeUInt16LE(0x0022, 8)
    shared.writeUInt32LE(digestsOf(content).crc, 10)
    shared.writeUInt32LE(content.size, 14)
    shared.writeUInt32LE(content.size, 18)
    shared.writeUInt16LE(name.length, 22)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE((0o100644 << 16) >>> 0, 6)
    rest.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), shared, name])
    if (content.start !== offset + local.length) return false
    if (!readAt(archive.path, offset, local.length).equals(local)) return false
    directory.push(Buffer.from('504b01023f03', 'hex'), shared, rest, name)
    offset += local.length + content.size
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.size, 8)
  end.writeUInt16LE(files.size, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  const tail = Buffer.concat([...directory, end])
  return (
    offset + tail.length === archive.size && readAt(archive.path, offset, tail.length).equals(tail)
  )
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
    hashes.has(path) && digestsOf(files.get(path))[algorithm] !== hashes.get(path)
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
  if (createHash('sha256').update(bytes).digest('hex') !== key.fingerprint)
    return problem(`${keysFile} names a key by a fingerprint that is not its own.`)
  const signature = Buffer.from(text(files, signatureFile), 'base64')
  if (`${signature.toString('base64')}\n` !== text(files, signatureFile))
    return problem(`${signatureFile} is not written as a signature is.`)
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes])
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' })
  const holds = verify(null, bytesOf(files.get('tagmanifest-sha512.txt')), publicKey, signature)
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

// The time stamp beside the package, if there is one: of the bytes that the signature covers, and signed by a certificate inside.
function checkStamp(path, named, files) {
  if (named === undefined && !existsSync(path)) return { problems: [] }
  try {
    const size = lstatSync(path).size
    ensure(size <= pieceBytes, 'it is too large')
    const reply = readAt(path, 0, size)
    return { problems: [], ...readStamp(reply, bytesOf(files.get('tagmanifest-sha512.txt'))) }
  } catch (error) {
    return { problems: [`The time stamp ${path} is not one of this package: ${error.message}.`] }
  }
}

// RFC 3161, §2.4.2, in a signed message of RFC 5652.
function readStamp(reply, signedBytes) {
  const [top, more] = blocks(reply)
  ensure(top?.tag === 0x30 && more === undefined, 'it is not a time stamp')
  const [status, content] = blocks(top.value)
  const granted = blocks(status?.value ?? Buffer.alloc(0))[0]?.value.toString('hex')
  ensure(['00', '01'].includes(granted) && content !== undefined, 'it grants no time stamp')
  const [type, wrapped] = blocks(content.value)
  ensure(nameOf(type) === 'signedData', 'its token is not signed data')
  const parts = blocks(blocks(wrapped.value)[0].value)
  const [eType, eContent] = blocks(parts[2].value)
  ensure(nameOf(eType) === 'tstInfo', 'its token holds no TSTInfo')
  const info = blocks(eContent.value)[0].value
  const certificates = parts.find(({ tag }) => tag === 0xa0)
  const signers = blocks(parts.at(-1).value)
  ensure(signers.length === 1, 'it does not bear exactly one signature')
  const stated = readInfo(info, signedBytes)
  const by = signedBy(signers[0], info, blocks(certificates?.value ?? Buffer.alloc(0)))
  ensure(
    by.keyUsage?.length === 1 && by.keyUsage[0] === timeStamping,
    'the certificate that signed it is not for time stamps and nothing else',
  )
  ensure(
    Date.parse(by.validFrom) <= stated && stated <= Date.parse(by.validTo),
    'the certificate that signed it was not valid at the time it states',
  )
  return { at: new Date(stated), by }
}

function readInfo(info, signedBytes) {
  const [version, , imprint, , time] = blocks(blocks(info)[0].value)
  ensure(version.value.toString('hex') === '01', 'it is of another version')
  const [algorithm, hashed] = blocks(imprint.value)
  ensure(nameOf(blocks(algorithm.value)[0]) === 'sha256', 'its imprint is not made with SHA-256')
  const own = createHash('sha256').update(signedBytes).digest()
  ensure(own.equals(hashed.value), 'it is of other bytes than those signed here')
  const said = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(
    time.value.toString('latin1'),
  )
  ensure(time.tag === 0x18 && said !== null, 'it states no time')
  const [, year, month, day, hour, minute, second, rest = ''] = said
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${rest.slice(0, 4)}Z`)
}

// The certificate that the signed attributes name, when the signature holds by it.
function signedBy(signer, info, certificates) {
  const parts = blocks(signer.value)
  const attributes = parts.find(({ tag }) => tag === 0xa0)
  const [scheme, signature] = parts.filter(({ tag }) => tag === 0x30 || tag === 0x04).slice(2)
  const hash = nameOf(blocks(parts[2].value)[0])
  ensure(/^sha\d+$/.test(hash ?? ''), 'it is signed over a hash that is not sound any more')
  ensure(attributes !== undefined, 'nothing of it is signed')
  const said = blocks(attributes.value).map(({ value }) => blocks(value))
  const valuesOf = (name) =>
    said.filter(([type]) => nameOf(type) === name).flatMap(([, values]) => blocks(values.value))
  const [types, digests] = [valuesOf('contentType'), valuesOf('messageDigest')]
  const own = createHash(hash).update(info).digest()
  ensure(
    types.length === 1 && nameOf(types[0]) === 'tstInfo',
    'what it states was changed after it was signed',
  )
  ensure(
    digests.length === 1 && own.equals(digests[0].value),
    'what it states was changed after it was signed',
  )
  const named = [
    ...valuesOf('signingCertificate').map((value) => certificateHash(value, 'sha1')),
    ...valuesOf('signingCertificateV2').map((value) => certificateHash(value, 'sha256')),
  ]
  const isNamed = ({ whole }) =>
    named.every(({ hash: own, digest }) => createHash(own).update(whole).digest().equals(digest))
  const found = 0 < named.length ? certificates.find(isNamed) : undefined
  ensure(
    found !== undefined,
    'the certificate that its signature names is not inside (ESSCertIDv2)',
  )
  const by = new X509Certificate(found.whole)
  ensure(
    holds(by, attributes, { hash, scheme: blocks(scheme.value)[0], signature }),
    'its signature does not hold by the certificate inside',
  )
  return by
}

// ESSCertID of RFC 2634 and ESSCertIDv2 of RFC 5035: the first is the signer's.
function certificateHash(value, usual) {
  const [first, second] = blocks(blocks(blocks(value.value)[0].value)[0].value)
  if (first.tag === 0x04) return { hash: usual, digest: first.value }
  return { hash: nameOf(blocks(first.value)[0]) ?? 'sha256', digest: second.value }
}

function holds(by, attributes, { hash, scheme, signature }) {
  const own = schemes[scheme.value.toString('hex')]
  ensure(own !== undefined, 'it is signed in a way that is not known here')
  // Signed as a set, whatever stands for it in the message: RFC 5652, §5.4.
  const bytes = Buffer.concat([Buffer.from([0x31]), attributes.whole.subarray(1)])
  const key = own.padding === undefined ? by.publicKey : { key: by.publicKey, padding: own.padding }
  return verify(own.hash === undefined ? hash : own.hash, bytes, key, signature.value)
}

// Blocks of tag, length and value, one after another without a gap: DER (ITU-T X.690), as far as a time stamp needs it.
function blocks(bytes) {
  const found = []
  for (let at = 0; at < bytes.length; ) {
    const [tag, first = 0x80] = bytes.subarray(at, at + 2)
    const count = first < 0x80 ? 0 : first - 0x80
    const from = at + 2 + count
    ensure(
      (tag & 0x1f) !== 0x1f && first !== 0x80 && count <= 4 && from <= bytes.length,
      'it is not DER',
    )
    const size = count === 0 ? first : bytes.readUIntBE(at + 2, count)
    ensure(count === 0 || (0x80 <= size && 256 ** (count - 1) <= size), 'it is not DER')
    ensure(from + size <= bytes.length, 'it is not DER')
    found.push({
      tag,
      value: bytes.subarray(from, from + size),
      whole: bytes.subarray(at, from + size),
    })
    at = from + size
  }
  return found
}

function nameOf(block) {
  return block?.tag === 0x06 ? oids[block.value.toString('hex')] : undefined
}

function stampLines({ at, by }, path, folder) {
  if (at === undefined) return [`There is no time stamp (${path}).`]
  const lines = by.subject.split('\n')
  const said = ['CN=', 'O='].flatMap((label) =>
    lines.filter((line) => line.startsWith(label)).map((line) => line.slice(label.length)),
  )
  return [
    `TIME STAMP: ${at.toISOString()}, by ${(0 < said.length ? said : lines).join(', ')}; its signature holds by the certificate inside.`,
    "Whether that certificate is the authority's is yours to check, with its root certificate from another way. Unpack the package, then:",
    `openssl ts -verify -data ${folder}/tagmanifest-sha512.txt -in ${path} -CAfile AUTHORITY.pem`,
  ]
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
  return bytesOf(files.get(path)).toString('utf8')
}

// Of a text alone: nothing, when it is not there or larger than any text is.
function bytesOf(content) {
  if (content === undefined || mostTextBytes < content.size) return Buffer.alloc(0)
  return readAt(content.path, content.start, content.size)
}

// All that anything asks of a file, from reading it once.
function digestsOf(content) {
  if (content.digests === undefined) {
    const [sha256, sha512] = [createHash('sha256'), createHash('sha512')]
    let crc = ~0
    for (const piece of piecesOf(content)) {
      sha256.update(piece)
      sha512.update(piece)
      for (const byte of piece) crc = crcTable[(crc ^ byte) & 0xff] ^ (crc >>> 8)
    }
    content.digests = {
      sha256: sha256.digest('hex'),
      sha512: sha512.digest('hex'),
      crc: ~crc >>> 0,
    }
  }
  return content.digests
}

function* piecesOf({ path, start, size }) {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(Math.min(size, pieceBytes))
    for (let done = 0; done < size; ) {
      const read = readSync(file, buffer, 0, Math.min(buffer.length, size - done), start + done)
      ensure(0 < read, `${path} ends too early.`)
      yield buffer.subarray(0, read)
      done += read
    }
  } finally {
    closeSync(file)
  }
}

function readAt(path, start, size) {
  const pieces = []
  for (const piece of piecesOf({ path, start, size })) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

function sorted(files) {
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function say(line) {
  process.stdout.write(`${line}\n`)
}
