import { leadContents } from '../../server/jobs/lead-contents.ts'
import { LeadDocument } from '../../server/leads/document.ts'
import { contentsOf } from '../leads/contents.ts'
import { type Package, sealed } from '../leads/package.ts'
import { noneOf, type TortureFigure } from './figure.ts'
import { hostileTexts } from './hostile-texts.ts'
import { market, stated, withSource } from './lead-sources.ts'
import { readerOf } from './read-formats.ts'

export interface HostileOptions {
  /** Of the markets whose every name and remark is hostile. */
  readonly seeds: readonly number[]
  /** How many texts are tried alone, in each name of a small lead. */
  readonly alone?: number | undefined
}

/** Hostile texts in every field that a source can fill, through every format of a lead, read back by readers that stop at the first error. */
export async function hostileFormats({ seeds, alone }: HostileOptions): Promise<TortureFigure[]> {
  const found: string[] = []
  let files = 0
  const read = (lead: Package, of: string) => {
    const document = LeadDocument.parse(JSON.parse(lead.text('data/lead.json')))
    for (const path of lead.files.keys()) {
      const reader = readerOf(path)
      if (reader === undefined) continue
      files += 1
      found.push(...reader(lead.text(path), document).map((what) => `${of} ${path}: ${what}`))
    }
  }
  for (const text of hostileTexts.slice(0, alone)) {
    const names = { lotus: text, bag: `${text}2`, petal: `x${text}` }
    read(await sealed(contentsOf(names)), JSON.stringify(text.slice(0, 20)))
  }
  for (const seed of seeds) {
    const source = market({ seed, sizes: [3, 7, 12], hostile: true, canaries: 60 })
    await withSource(source, { undivided: false }, async ({ store, run, rings }) => {
      for (const { id } of rings) {
        const contents = await leadContents(store, run, id, stated)
        if (contents !== undefined) read(await sealed(contents), `market ${seed} ${id}`)
      }
    })
  }
  return [
    { name: 'files read back from leads full of hostile texts', value: files, unit: 'files' },
    noneOf('malformed files, values that differ, formulas', 'found', found),
  ]
}
