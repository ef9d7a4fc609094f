import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { atEnd, report } from './availability.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, '.neo4j')
const version = '5.26.30'

/** Ports tried for a server of our own, in an order that differs from run to run. */
const ports = Array.from({ length: 13 }, (_, at) => 17_687 + ((at + process.pid) % 13))

/** Fetching the jars takes most of it, once. */
const startTimeoutMs = 300_000

/** Of a million rows and more. */
const importTimeoutMs = 3_600_000

export type TestServer =
  | { readonly uri: string /** Of a server that was started here. */; readonly pid?: number }
  | { readonly reason: string }

/** The quick compiler alone: a server that lives for a minute never earns back what the other one costs. */
const forTests = { NEO4J_HEAP: '512m', NEO4J_JAVA_OPTS: '-XX:TieredStopAtLevel=1' }

/** As a server runs that people use, on little memory unless the environment gives it more. */
export const forBenches = { NEO4J_HEAP: process.env.NEO4J_HEAP ?? '1536m' }

let server: Promise<TestServer> | undefined

/**
 * A Neo4j server whose data the tests may destroy: the one NEO4J_TEST_URI names, or a real one started for this run;
 * the reason where there is neither. Asked for while test files load, so that tests are only registered with a server.
 */
export function neo4jForTests(): Promise<TestServer> {
  server ??= findServer(forTests).then((found) => {
    if ('reason' in found) report('Neo4j', found.reason)
    return found
  })
  return server
}

/** A real server that was started for a bench, or the one NEO4J_TEST_URI names. It stops when `end` is called. */
export function neo4jForBenches(): Promise<TestServer> {
  return findServer(forBenches)
}

/** A server of its own whose database an import of the files of a folder filled, and how many seconds that took; it stops when `end` is called. */
export async function neo4jFilledFrom(files: string, settings: NodeJS.ProcessEnv = forTests) {
  const home = join(folder, `run-${process.pid}-imported`)
  mkdirSync(home, { recursive: true })
  const began = performance.now()
  await command('import', home, settings, files)
  const seconds = (performance.now() - began) / 1_000
  return { uri: await start(home, settings), seconds, end: () => remove(home) }
}

async function findServer(settings: NodeJS.ProcessEnv): Promise<TestServer> {
  const named = process.env.NEO4J_TEST_URI
  if (named) return { uri: named }
  const reason = whyNot()
  if (reason !== undefined) return { reason }
  try {
    await sweep()
    const home = join(folder, `run-${process.pid}`)
    const uri = await start(home, settings)
    return { uri, pid: Number(readFileSync(join(home, 'neo4j.pid'), 'utf8')) }
  } catch (error) {
    const said = String((error as { stderr?: string }).stderr || error).trim()
    return { reason: `it did not start (${said.split('\n').at(-1)})` }
  }
}

/** What is missing to run a server, or undefined when nothing is. */
function whyNot(): string | undefined {
  const java = javaVersion()
  if (java === undefined) return 'Java 17 was not found'
  if (java !== 17 && java !== 21) return `Java 17 or 21 is needed and Java ${java} was found`
  const hasJars = existsSync(join(folder, `lib-${version}`, '.done'))
  return hasJars || isOnPath('mvn') ? undefined : 'Maven, which fetches it, was not found'
}

function javaVersion(): number | undefined {
  if (!isOnPath('java')) return undefined
  const { stdout } = spawnSync('java', ['--version'], { encoding: 'utf8' })
  return Number(/\d+/.exec(stdout)?.[0])
}

function isOnPath(program: string): boolean {
  const folders = (process.env.PATH ?? '').split(':')
  return folders.some((on) => existsSync(join(on, program)))
}

/** Each run has a server of its own, so that two runs in one checkout do not empty each other's database. */
async function start(home: string, settings: NodeJS.ProcessEnv): Promise<string> {
  mkdirSync(home, { recursive: true })
  atEnd(() => remove(home))
  const [bolt, http] = await freePorts()
  return command('start', home, {
    NEO4J_BOLT_PORT: `${bolt}`,
    NEO4J_HTTP_PORT: `${http}`,
    ...settings,
  })
}

/** Removes what runs left behind that were killed. */
async function sweep(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) {
    const run = /^run-(\d+)(?:-imported)?$/.exec(name)?.[1]
    if (run !== undefined && !isAlive(Number(run))) await remove(join(folder, name))
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function remove(home: string): Promise<void> {
  await command('stop', home, {})
  rmSync(home, { recursive: true, force: true })
}

/** Runs `neo4j.sh`; gives the address that it prints. */
async function command(
  name: string,
  home: string,
  settings: NodeJS.ProcessEnv,
  ...more: readonly string[]
): Promise<string> {
  const script = join(root, 'test/neo4j/neo4j.sh')
  const { stdout } = await promisify(execFile)('bash', [script, name, ...more], {
    cwd: root,
    timeout: name === 'import' ? importTimeoutMs : startTimeoutMs,
    env: {
      ...process.env,
      NEO4J_DIR: home,
      NEO4J_LIB: folder,
      NEO4J_VERSION: version,
      ...settings,
    },
  })
  return /NEO4J_URI=(\S+)/.exec(stdout)?.[1] ?? ''
}

async function freePorts(): Promise<number[]> {
  const free: number[] = []
  for (const port of ports) if (free.length < 2 && (await isFree(port))) free.push(port)
  return free
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
