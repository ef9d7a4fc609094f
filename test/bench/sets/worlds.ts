import { execFileSync } from 'node:child_process'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

import type { WorldOptions } from '../../../server/jobs/world/plan.ts'
import { inTemporaryFolder } from '../in-temporary-folder.ts'
import { measureFolder, type Parts } from '../measure-folder.ts'
import type { Study } from '../measured-world.ts'
import { ablate } from '../studies/ablate.ts'
import { anchor } from '../studies/anchor.ts'
import { decide } from '../studies/decide.ts'
import { publicView } from '../studies/public-view.ts'
import { shuffles } from '../studies/shuffles.ts'
import { weekly } from '../studies/weekly.ts'
import { writeLaboratory } from './laboratory.ts'

/** One world to be written and measured. */
interface World {
  readonly label: string
  /** Writes `folder/data` and `folder/truth`; `folder` is not there yet. */
  readonly write: (folder: string) => void
  /** With what it is generated; undefined for a laboratory world. */
  readonly made?: WorldOptions
}

/**
 * Synthetic worlds one after the other. `--seeds 7,9` and `--evasions 1,4` choose which; `--kinds laboratory,generated` of what kind;
 * `--scale 0.5` how large laboratory worlds are, `--shops 3000` and `--labels 0.1` how large generated ones are and how much of them is
 * decided, where what is decided is scored apart; `--twin` adds, by seed, the generated world in which nobody comes back. What else is found out about each, on
 * the same reading, stands in the table of studies.
 */
export async function measureWorlds(options: readonly string[]): Promise<void> {
  const typed = readOptions(options)
  for (const { label, write, made } of worldsOf(typed)) {
    await inTemporaryFolder(async (folder) => {
      const world = join(folder, 'world')
      write(world)
      await measureFolder(world, {
        label: `${label}, `,
        parts: undecided,
        made,
        studies: studiesOf(typed),
      })
    })
  }
}

/** One study an option; of those that take a number, none at 0. */
function studiesOf(typed: Typed): readonly Study[] {
  const [weeks, decisions, orders] = [typed.weekly, typed.decisions, typed.shuffles].map(Number)
  const wanted: readonly (readonly [unknown, () => Study])[] = [
    [typed.ablate, () => ablate],
    [typed['public-view'], () => publicView],
    [decisions, () => decide(decisions ?? 0)],
    [typed.anchored, () => anchor],
    [orders, () => shuffles(orders ?? 0)],
    [weeks, () => weekly(weeks ?? 0)],
  ]
  return wanted.flatMap(([asked, study]) => (asked ? [study()] : []))
}

/** Everything, and what no decision was about: decided controllers are known, and are no proof of anything. */
const undecided: Parts = (truth, decisions) => {
  if (decisions.length === 0) return { whole: truth }
  const decided = new Set(decisions.flatMap(({ a, b }) => [a, b]))
  const known = new Set(
    truth.flatMap((row) => ('shop' in row && decided.has(row.shop) ? [row.controller] : [])),
  )
  return {
    whole: truth,
    'held out': truth.filter((row) => 'controller' in row && !known.has(row.controller)),
  }
}

type Typed = ReturnType<typeof readOptions>

function readOptions(options: readonly string[]) {
  const { values } = parseArgs({
    args: [...options],
    options: {
      seeds: { type: 'string', default: '7' },
      evasions: { type: 'string', default: '1,4' },
      kinds: { type: 'string', default: 'laboratory,generated' },
      scale: { type: 'string', default: '1' },
      shops: { type: 'string', default: '10000' },
      labels: { type: 'string', default: '0' },
      twin: { type: 'boolean', default: false },
      ablate: { type: 'boolean', default: false },
      'public-view': { type: 'boolean', default: false },
      decisions: { type: 'string', default: '0' },
      anchored: { type: 'boolean', default: false },
      shuffles: { type: 'string', default: '0' },
      weekly: { type: 'string', default: '0' },
    },
  })
  return values
}

function worldsOf(values: Typed): readonly World[] {
  const { scale, shops, labels } = values
  const kinds = values.kinds.split(',')
  const evasions = values.evasions.split(',')
  return values.seeds
    .split(',')
    .flatMap((seed) => [
      ...evasions.flatMap((evasion) => [
        ...(kinds.includes('laboratory') ? [laboratory(seed, evasion, scale)] : []),
        ...(kinds.includes('generated') ? [generated(seed, evasion, shops, labels)] : []),
      ]),
      ...(values.twin ? [twin(seed, shops)] : []),
    ])
}

function laboratory(seed: string, evasion: string, scale: string): World {
  return {
    label: `laboratory seed ${seed} evasion ${evasion}`,
    write: (folder) =>
      writeLaboratory(folder, ['--seed', seed, '--evasion', evasion, '--scale', scale]),
  }
}

function generated(seed: string, evasion: string, shops: string, labels: string): World {
  return {
    label: `generated seed ${seed} evasion ${evasion}`,
    ...made({ seed, evasion, shops, labels }),
  }
}

function twin(seed: string, shops: string): World {
  return {
    label: `generated seed ${seed} twin`,
    ...made({ seed, evasion: '1', shops, labels: '0' }, true),
  }
}

function made(
  options: Readonly<Record<'seed' | 'evasion' | 'shops' | 'labels', string>>,
  twin = false,
) {
  const typed = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  const numbers = {
    seed: Number(options.seed),
    evasion: Number(options.evasion),
    shops: Number(options.shops),
    labels: Number(options.labels),
  }
  return {
    write: (folder: string) => generate(folder, twin ? [...typed, '--twin'] : typed),
    made: { ...numbers, twin },
  }
}

/** As anybody would from the command line, so that what is measured is what others can make again. */
export function generate(folder: string, options: readonly string[]): void {
  const command = resolve('bin', 'revenant.mjs')
  execFileSync(process.execPath, [command, 'generate', '--out', folder, ...options], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
