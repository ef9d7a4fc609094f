import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { mulberry32 } from '../../server/domain/random.ts'
import { EpochMs } from '../../server/domain/units.ts'
import { openSigner } from '../../server/jobs/signing-key.ts'
import type { Files } from '../../server/leads/formats/bag.ts'
import { zipOf } from '../../server/leads/formats/zip.ts'
import { verifyPackage } from '../../server/leads/verify.ts'
import { contentsOf, optionsOf } from '../leads/contents.ts'
import { sealed } from '../leads/package.ts'
import { flipped, folder } from '../leads/tampering.ts'
import { allOf, type TortureFigure } from './figure.ts'
import { offlineVerifier } from './offline-verifier.ts'

export interface TamperingOptions {
  readonly tries: number
  readonly seed: number
}

interface Tampered {
  readonly what: string
  readonly bytes: Uint8Array
}

/** A sealed package, unsigned and signed by turns, changed in ever new ways; each must be noticed by the product and by the verifier that every package encloses, alone. */
export async function tamperedPackages({
  tries,
  seed,
}: TamperingOptions): Promise<TortureFigure[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'revenant-tampered-'))
  const signer = await openSigner(join(scratch, 'keys'), EpochMs.parse(1_773_478_860_000))
  const leads = [await sealed(), await sealed(contentsOf(), optionsOf({ signer }))]
  const random = mulberry32(seed)
  const offline = await offlineVerifier()
  const path = join(scratch, 'package.zip')
  const missed = { product: [] as string[], enclosed: [] as string[] }
  try {
    for (let index = 0; index < tries; index += 1) {
      const trick = tricks[index % tricks.length] ?? flipAnywhere
      const lead = leads[Math.floor(index / tricks.length) % leads.length]
      if (lead === undefined) throw new Error('no lead to change')
      const { what, bytes: changed } = await trick({ ...lead, random })
      if ((await verifyPackage(changed)).ok) missed.product.push(what)
      writeFileSync(path, changed)
      if (offline(path).length === 0) missed.enclosed.push(what)
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
  return [
    allOf('changed packages that the product refuses', tries, missed.product),
    allOf('changed packages that the enclosed verifier refuses', tries, missed.enclosed),
  ]
}

interface Trial {
  readonly bytes: Uint8Array
  readonly files: Files
  readonly random: () => number
}

type Trick = (trial: Trial) => Promise<Tampered> | Tampered

/** Bits are flipped most, since there are most of them. */
const tricks: readonly Trick[] = [
  flipAnywhere,
  flipInFile,
  flipInHeaders,
  flipAnywhere,
  flipInFile,
  remove,
  add,
  swap,
  rename,
  cutShort,
]

function flipAnywhere({ bytes, random }: Trial): Tampered {
  const [at, bit] = [below(random, bytes.length), below(random, 8)]
  return { what: `bit ${bit} of byte ${at}`, bytes: flipped(bytes, at, bit) }
}

/** Every file as likely as any other, however small. */
async function flipInFile({ files, random }: Trial): Promise<Tampered> {
  const [path, content] = pick(files, random)
  const [at, bit] = [below(random, content.length), below(random, 8)]
  return again(
    `bit ${bit} of byte ${at} of ${path}`,
    new Map(files).set(path, flipped(content, at, bit)),
  )
}

/** The archive's own list of files stands at its end. */
function flipInHeaders({ bytes, files, random }: Trial): Tampered {
  const at = bytes.length - 1 - below(random, 22 + files.size * 46)
  return { what: `bit of byte ${at} of the list`, bytes: flipped(bytes, at, below(random, 8)) }
}

async function remove({ files, random }: Trial): Promise<Tampered> {
  const [path] = pick(files, random)
  return again(`${path} removed`, new Map([...files].filter(([other]) => other !== path)))
}

async function add({ files, random }: Trial): Promise<Tampered> {
  const places = ['data/', 'data/graph/', 'data/pictures/', '', 'signature/', 'data/evidence/']
  const path = `${places[below(random, places.length)]}more-${below(random, 1e6)}.txt`
  return again(`${path} added`, inOrder(new Map(files).set(path, new Uint8Array([49]))))
}

async function swap({ files, random }: Trial): Promise<Tampered> {
  const [a, first] = pick(files, random)
  const [b, second] = pick(new Map([...files].filter(([path]) => path !== a)), random)
  return again(`${a} and ${b} swapped`, new Map(files).set(a, second).set(b, first))
}

async function rename({ files, random }: Trial): Promise<Tampered> {
  const [path, content] = pick(files, random)
  const name = below(random, 2) === 0 ? `${path}${below(random, 100)}` : path.toUpperCase()
  const other = new Map([...files].filter(([one]) => one !== path))
  return again(`${path} renamed ${name}`, inOrder(other.set(`${name}x`, content)))
}

async function cutShort({ bytes, files, random }: Trial): Promise<Tampered> {
  if (below(random, 2) === 0) {
    const length = below(random, bytes.length)
    return { what: `cut after ${length} bytes`, bytes: bytes.slice(0, length) }
  }
  const [path, content] = pick(files, random)
  const length = below(random, content.length)
  return again(
    `${path} cut after ${length} bytes`,
    new Map(files).set(path, content.slice(0, length)),
  )
}

async function again(what: string, files: Files): Promise<Tampered> {
  return { what, bytes: await zipOf(folder, files) }
}

function inOrder(files: Files): Map<string, Uint8Array> {
  return new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function pick(files: Files, random: () => number): [string, Uint8Array] {
  const all = [...files].filter(([, content]) => 0 < content.length)
  const one = all[below(random, all.length)]
  if (one === undefined) throw new Error('a package without files')
  return one
}

function below(random: () => number, limit: number): number {
  return Math.floor(random() * limit)
}
