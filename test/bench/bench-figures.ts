import { execFileSync, spawnSync } from 'node:child_process'

/** Value and unit, by the name of the figure. */
export type BenchFigures = Readonly<Record<string, readonly [number, string]>>

/** Prints a line of JSON for each figure; `ratio` is the peer's figure over ours, where the peer has it. */
export function printFigures(label: string, own: BenchFigures, peer: BenchFigures = {}): void {
  for (const [name, [value, unit]] of Object.entries(own)) {
    const other = peer[name]?.[0]
    const compared =
      other === undefined ? {} : { ratio: rounded(other / value), peer: rounded(other) }
    const line = { name: `${label}: ${name}`, value: rounded(value), unit, ...compared }
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
}

/** What a bench prints as one object, in a process of its own, with Node's `flags`. */
export function figuresAlone(
  bench: string,
  input: string,
  flags: readonly string[] = [],
): BenchFigures {
  const script = process.argv[1] ?? ''
  return figuresOf(process.execPath, [
    ...process.execArgv,
    ...flags,
    script,
    bench,
    '--input',
    input,
  ])
}

/** What {@link figuresAlone} reads. */
export function printAlone(figures: BenchFigures): void {
  process.stdout.write(JSON.stringify(figures))
}

/** The last line that a program prints. */
export function figuresOf(program: string, args: readonly string[]): BenchFigures {
  const lines = execFileSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return JSON.parse(lines.trim().split('\n').at(-1) ?? '{}')
}

/** Runs a bench in a process of its own that prints as this one does. */
export function runAlone(bench: string, options: readonly string[]): void {
  const script = process.argv[1] ?? ''
  const { status } = spawnSync(process.execPath, [...process.execArgv, script, bench, ...options], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}

/** Seconds by the wall and of the processor that something took, and what it gave. */
export function timed<T>(run: () => T): { result: T; wall: number; processor: number } {
  const started = performance.now()
  const before = process.cpuUsage()
  const result = run()
  const { user, system } = process.cpuUsage(before)
  return { result, wall: (performance.now() - started) / 1000, processor: (user + system) / 1e6 }
}

/** The most memory that this process has held, in MB. */
export function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024
}

function rounded(figure: number): number {
  return Math.round(figure * 1e4) / 1e4
}
