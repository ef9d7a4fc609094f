#!/usr/bin/env node
// Checks the custody of the evidence in an unpacked Revenant lead offline: node verify-custody.mjs FOLDER.
// Needs Node 20 or later and nothing else. Exit code 0: every event and file is as it was; 1: not; 2: nothing to check.
// Each event holds the hash of the one before it in the sender's whole log, and is a leaf of the Merkle tree (RFC 6962)
// over that log: the proofs show that it stands in the log without showing what is said there of other files.
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'

main()

function main() {
  const data = join(process.argv[2] ?? '.', 'data')
  if (!existsSync(join(data, 'custody.ndjson'))) {
    say('usage: node verify-custody.mjs FOLDER, the unpacked lead; it has a data/custody.ndjson')
    process.exitCode = 2
    return
  }
  const [root, ...proven] = readFileSync(join(data, 'custody.ndjson'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  const problems = [...eventProblems(proven, root), ...fileProblems(join(data, 'evidence'), proven)]
  for (const problem of problems) say(`PROBLEM: ${problem}`)
  say(
    problems.length === 0
      ? `OK: ${proven.length} events stand under the root ${root.root} of ${root.events} events.`
      : `NOT AS IT WAS: ${problems.length} problem(s).`,
  )
  process.exitCode = problems.length === 0 ? 0 : 1
}

function eventProblems(proven, { events: size, root }) {
  let before
  return proven.flatMap(({ event, proof }) => {
    const { hash, ...body } = event
    const problems = []
    if (sha256('\0', canonical(body)) !== hash) problems.push('was changed')
    if (rootFrom(hash, event.seq - 1, size, proof) !== root) problems.push('is not under the root')
    if (before !== undefined && event.seq === before.seq + 1 && event.previous !== before.hash) {
      problems.push('does not follow the one before it')
    }
    before = event
    return problems.map((problem) => `event ${event.seq} ${problem}`)
  })
}

function fileProblems(folder, proven) {
  if (!existsSync(folder)) return []
  const received = new Set(
    proven.filter(({ event }) => event.what === 'received').map(({ event }) => event.file),
  )
  return readdirSync(folder).flatMap((name) => {
    const files = readdirSync(join(folder, name)).filter((file) => file !== 'meta.json')
    const changed = files.filter((file) => fileHash(join(folder, name, file)) !== name)
    return [
      ...(received.has(name) ? [] : [`${name} was never received`]),
      ...changed.map((file) => `${name}/${file} is not the file that its folder names`),
    ]
  })
}

function rootFrom(leaf, index, size, proof) {
  const rest = [...proof]
  let [hash, at] = [leaf, index]
  for (let last = size - 1; 0 < last; last = Math.floor(last / 2)) {
    if (at < last || at % 2 === 1) {
      const sibling = rest.shift() ?? ''
      const pair = at % 2 === 1 ? [sibling, hash] : [hash, sibling]
      hash = sha256('\x01', ...pair.map((side) => Buffer.from(side, 'hex')))
    }
    at = Math.floor(at / 2)
  }
  return rest.length === 0 && at === 0 ? hash : undefined
}

// Keys in the order of their UTF-16 code units, no spaces.
function canonical(value) {
  return JSON.stringify(value, (_key, inner) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

function sha256(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

// In pieces, as a film may be larger than memory.
function fileHash(path) {
  const [hash, buffer, file] = [createHash('sha256'), Buffer.alloc(1_048_576), openSync(path, 'r')]
  for (let read = readSync(file, buffer); 0 < read; read = readSync(file, buffer)) {
    hash.update(buffer.subarray(0, read))
  }
  closeSync(file)
  return hash.digest('hex')
}

function say(line) {
  process.stdout.write(`${line}\n`)
}
