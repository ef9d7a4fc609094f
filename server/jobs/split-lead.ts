import type { Jurisdiction } from '../domain/leads/routing.ts'
import type { LeadFile } from '../domain/paper/lead.ts'
import type { LeadPaper } from '../domain/paper/paper.ts'
import { refusal } from '../domain/refusals.ts'
import type { EpochMs } from '../domain/units.ts'
import { stateOf } from '../leads/course.ts'
import { numberOf, partsOf, placesToSplit } from '../leads/split/split.ts'
import type { Store } from '../store/port.ts'
import { nextNumber, numbersFrom } from './lead-numbers.ts'
import { leadRoute } from './lead-outlook.ts'
import type { LeadTables } from './lead-tables.ts'

/**
 * Splits a draft into one lead for each province that is proposed for some of its shops; the draft becomes the one of the main province. Every shop, person and amount is counted in one of them, which
 * the others name. The draft is changed first, so that whatever is interrupted counts nothing twice; splitting it again makes what is missing. Throws a RefusalError
 * when the lead is no draft, when all its shops are in one province, or when it is split already.
 */
export async function splitLead(
  store: Store,
  paper: LeadPaper,
  { by, now, tables }: { readonly by: string; readonly now: EpochMs; readonly tables: LeadTables },
): Promise<LeadPaper[]> {
  const { id, body } = paper
  const state = stateOf(body)
  if (state !== 'draft') throw refusal('lead-not-a-draft', { id, state })
  const routing = await leadRoute(store, paper, tables)
  const places = placesToSplit(routing.jurisdictions)
  const next = numbersFrom(await nextNumber(store, now), Math.max(0, places.length - 1))
  const parts = body.parts ?? partsOf(routing, [numberOf(id), ...next])
  if (parts.length === 0) throw refusal('lead-one-place', { id })
  const known = new Set((await store.papers('lead')).map((own) => numberOf(own.id)))
  const missing = parts.filter(({ lead }) => !known.has(lead))
  if (missing.length === 0) throw refusal('lead-split-already', { id })
  const own = body.parts === undefined ? { ...body, parts, revision: body.revision + 1 } : body
  const papers: LeadPaper[] = [{ ...paper, body: own }]
  for (const { lead, province } of missing) {
    const place = places.find((one) => one.province === province)
    papers.push({ id: `${lead}-v1`, kind: 'lead', body: bodyOf(own, place, { by, now }) })
  }
  for (const one of papers) await store.putPaper(one)
  return papers
}

/** A draft like the first, for the agency that is proposed where there is one. */
function bodyOf(
  body: LeadFile,
  place: Jurisdiction | undefined,
  { by, now }: { readonly by: string; readonly now: EpochMs },
): LeadFile {
  const { supersedes: _supersedes, ...rest } = body
  const [agency] = place?.agencies ?? []
  return {
    ...rest,
    author: by,
    to:
      agency === undefined
        ? body.to
        : [{ name: agency.name[body.language], audience: 'authority', territory: 'CN' }],
    steps: [{ to: 'draft', by, at: now }],
    packages: [],
    outcomes: [],
    at: now,
    revision: 1,
  }
}
