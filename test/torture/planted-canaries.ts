import { leadContents } from '../../server/jobs/lead-contents.ts'
import { languages } from '../../server/leads/words/words.ts'
import { optionsOf } from '../leads/contents.ts'
import { type Package, sealed } from '../leads/package.ts'
import { noneOf, type TortureFigure } from './figure.ts'
import { withSource } from './lead-sources.ts'
import { madeMarket } from './made-market.ts'
import { pdfText } from './pdf-text.ts'

export interface CanaryOptions {
  /** Ids, phones and accounts of people outside the rings. */
  readonly canaries: number
  readonly rings: number
}

/** People outside the rings, whose ids, phones and accounts are in the sources and must be in no package: neither in a file, nor in the text of a paper. */
export async function plantedCanaries({
  canaries,
  rings,
}: CanaryOptions): Promise<TortureFigure[]> {
  const found: string[] = []
  let [packages, papers] = [0, 0]
  let planted: readonly string[] = []
  const sizes = Array.from({ length: rings }, (_, index) => 5 + 4 * index)
  const source = (folder: string) => {
    const made = madeMarket(folder, { seed: 3, sizes, hostile: false, canaries })
    planted = made.canaries.values
    return made.path
  }
  await withSource(source, { undivided: false }, async ({ store, run, rings: all }) => {
    for (const [index, { id }] of all.entries()) {
      const contents = await leadContents(store, run, id)
      if (contents === undefined) continue
      const language = languages[index % languages.length]
      const lead = await sealed(contents, optionsOf({ language }))
      const texts = textsOf(lead)
      packages += 1
      papers += texts.papers
      found.push(...leaked(planted, texts.all).map((what) => `${id}: ${what}`))
    }
  })
  return [
    { name: 'values of people outside the rings', value: planted.length, unit: 'planted' },
    { name: 'packages searched for them', value: packages, unit: 'packages' },
    { name: 'papers whose text was searched', value: papers, unit: 'papers' },
    noneOf('values of people outside the rings in a package', 'found', found),
  ]
}

interface Texts {
  readonly all: ReadonlyMap<string, string>
  readonly papers: number
}

/** The bytes of every file as text, and the text of every paper where a program is there that reads it. */
function textsOf(lead: Package): Texts {
  const all = new Map([...lead.files.keys()].map((path) => [path, lead.text(path)]))
  let papers = 0
  for (const [path, bytes] of lead.files) {
    const text = path.endsWith('.pdf') ? pdfText(bytes) : undefined
    if (text === undefined) continue
    papers += 1
    all.set(`text of ${path}`, text)
  }
  return { all, papers }
}

function leaked(planted: readonly string[], texts: ReadonlyMap<string, string>): string[] {
  return [...texts].flatMap(([path, text]) =>
    planted.filter((value) => text.includes(value)).map((value) => `${value} in ${path}`),
  )
}
