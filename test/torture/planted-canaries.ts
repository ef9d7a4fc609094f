import { leadContents } from '../../server/jobs/lead-contents.ts'
import type { LeadContents } from '../../server/leads/contents.ts'
import { languages } from '../../server/leads/words/words.ts'
import { optionsOf } from '../leads/contents.ts'
import { type Package, sealed } from '../leads/package.ts'
import { canaryShop } from './canaries.ts'
import { noneOf, type TortureFigure } from './figure.ts'
import { type LeadSource, stated, withSource } from './lead-sources.ts'
import { madeMarket } from './made-market.ts'
import { pdfText } from './pdf-text.ts'

export interface CanaryOptions {
  /** Ids, phones and accounts of people outside the rings. */
  readonly canaries: number
  readonly rings: number
}

/** People outside the rings, whose ids, phones and accounts are in the sources and must be in no package: neither in a file, nor in the text of a paper; the rings' own must not be in those for rights holders. */
export async function plantedCanaries({
  canaries,
  rings,
}: CanaryOptions): Promise<TortureFigure[]> {
  const sizes = Array.from({ length: rings }, (_, index) => 5 + 4 * index)
  let made = { others: [] as readonly string[], own: [] as readonly string[] }
  const source = (folder: string) => {
    const market = madeMarket(folder, { seed: 3, sizes, hostile: false, canaries })
    made = { others: market.canaries.values, own: market.own }
    return market.path
  }
  const all = await withSource(source, { undivided: false }, packagesOf)
  const found = {
    others: all.flatMap(({ texts }) => leaked(made.others, texts.all)),
    own: all.flatMap(({ audience, texts }) =>
      audience === 'authority' ? [] : leaked(made.own, texts.all),
    ),
  }
  return [
    { name: 'values of people outside the rings', value: made.others.length, unit: 'planted' },
    { name: 'values of the rings themselves', value: made.own.length, unit: 'planted' },
    {
      ...{ name: 'packages searched for them', value: all.length, unit: `of ${2 * rings}` },
      expected: 2 * rings,
    },
    { name: 'papers whose text was searched', value: papersIn(all), unit: 'papers' },
    noneOf('values of people outside the rings in a package', 'found', found.others),
    noneOf('values of the rings in a package for a rights holder', 'found', found.own),
  ]
}

interface Searched {
  readonly audience: 'authority' | 'rights_holder'
  readonly texts: Texts
}

/** A lead about each ring for each audience, in either language. */
async function packagesOf({ store, run, rings }: LeadSource): Promise<Searched[]> {
  const all: Searched[] = []
  for (const [index, { id }] of rings.entries()) {
    const language = languages[index % languages.length]
    for (const audience of ['authority', 'rights_holder'] as const) {
      const contents = await leadContents(store, run, id, { rule: { audience }, ...stated })
      // People outside these rings may make a ring of their own, and are then what its lead is about.
      if (contents === undefined || isOfCanaries(contents)) continue
      all.push({ audience, texts: textsOf(await sealed(contents, optionsOf({ language }))) })
    }
  }
  return all
}

function papersIn(all: readonly Searched[]): number {
  return all.reduce((sum, { texts }) => sum + texts.papers, 0)
}

function isOfCanaries({ ring }: LeadContents): boolean {
  const own = ring.members.filter(({ shop }) => shop.includes(`/${canaryShop}`))
  return own.length === ring.members.length
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
