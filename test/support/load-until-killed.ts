import { openStore } from '../../server/store/open-store.ts'
import { rowsToCrashOn } from './rows-to-crash-on.ts'
import { aSource, at } from './store-builders.ts'

/** Run as a process of its own: loads batch after batch, says so, and never ends by itself. */
const [folder = ''] = process.argv.slice(2)
const store = await openStore(folder, {})
for (let start = 0; ; start += 100) {
  await store.putFacts(
    aSource().id,
    rowsToCrashOn().slice(start % 800, (start % 800) + 100),
    at(start),
  )
  process.stdout.write(`${start}\n`)
}
