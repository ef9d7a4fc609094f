// Runs the tests in two processes at once: those that drive a browser, which mostly wait, and all others. What the first print is kept until the others have ended.
import { spawn } from 'node:child_process'

const inBrowser = 'test/e2e/**'
const notInBrowser = ['test/!(e2e)/**', 'test/*.test.ts']

const others = run(['--ignore', inBrowser], 'inherit')
const browser = run(
  notInBrowser.flatMap((files) => ['--ignore', files]),
  'pipe',
)
const codes = await Promise.all([others, browser].map(({ ended }) => ended))
process.stdout.write(`\n${browser.printed()}`)
process.exitCode = Math.max(...codes)

function run(options, output) {
  const tests = spawn('mocha', options, { stdio: ['ignore', output, output] })
  const chunks = []
  tests.stdout?.on('data', (chunk) => chunks.push(chunk))
  tests.stderr?.on('data', (chunk) => chunks.push(chunk))
  return {
    ended: new Promise((resolve, reject) => {
      tests.on('error', reject)
      tests.on('close', (code) => resolve(code ?? 1))
    }),
    printed: () => Buffer.concat(chunks).toString('utf8'),
  }
}
