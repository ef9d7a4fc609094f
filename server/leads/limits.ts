import type { Attribution } from '../domain/attribution.ts'
import { families } from '../domain/link.ts'
import type { SourceRecord } from '../domain/record.ts'
import type { RunSummary } from '../domain/run.ts'
import type { ClaimContext } from './claims/context.ts'
import type { Claims } from './claims.ts'
import type { EvidenceItem } from './evidence.ts'
import { keyInUse } from './formats/signature.ts'
import type { LeadOptions } from './options.ts'
import { locatedPlaces } from './places.ts'
import { withheldMark } from './record-core.ts'
import { type Withheld, withheldWords } from './withheld-fields.ts'
import type { LimitWords } from './words/en-limits.ts'
import type { Words } from './words/words.ts'

export interface LimitInput {
  readonly context: ClaimContext
  readonly claims: Claims
  readonly words: Words
  readonly options: Pick<LeadOptions, 'approvedBy' | 'signer'>
  /** Tables that would be empty and are left out. */
  readonly emptyTables: readonly string[]
}

/** Everything that was not checked, left out or taken for granted, one sentence each; never empty. */
export function limitsOf(input: LimitInput): readonly string[] {
  return [
    ...sealing(input),
    ...probabilities(input),
    ...sources(input),
    ...supply(input),
    ...withheld(input),
    ...files(input),
    ...formats(input),
  ]
}

/** The limits as a document of their own. */
export function limitsDocument(heading: string, limits: readonly string[]): string {
  return `# ${heading}\n\n${limits.map((limit) => `- ${limit.replaceAll(/\s+/g, ' ')}\n`).join('')}`
}

const generics = 12
/** Below it an agent's few customers look like one seller's shops (synthetic markets, evasion 4). */
const enoughShops = 250

function sealing({
  context,
  words: { limits },
  options: { approvedBy, signer },
}: LimitInput): string[] {
  const { core } = context
  return [
    ...scope(context, limits),
    ...(core.split === undefined ? [] : [limits.split(core.split.parts.length)]),
    approvedBy === undefined ? limits.notApproved : limits.approvedBy(approvedBy),
    signer === undefined ? limits.unsigned : limits.signed(keyInUse(signer.history).fingerprint),
  ]
}

/** What a lead about some of a ring's shops cannot show. */
function scope({ core, nameOf, shops }: ClaimContext, limits: LimitWords): string[] {
  if (core.scope === undefined) return []
  const { size, lost, targets, shared } = core.scope
  return [
    limits.scope(shops.length, size),
    ...lost.map(({ shop, to, through }) => limits.scopeLost(nameOf(shop), nameOf(to), through)),
    ...when(targets, limits.scopeTargets),
    ...(shared ? [limits.scopeShared] : []),
  ]
}

function probabilities({ context, claims, words }: LimitInput): string[] {
  const { core, links } = context
  const { limits } = words
  const labels = Math.min(...links.map(({ ledger }) => ledger.calibration.labels))
  const checked = 0 < links.length && 0 < labels
  const used = new Set(
    links.flatMap(({ ledger }) =>
      ledger.bars.filter(({ bits }) => 0 < bits).map(({ channel }) => families[channel]),
    ),
  )
  const [only] = used
  return [
    limits.inferred,
    checked ? limits.checked(core.run.model, labels) : limits.unchecked(core.run.model),
    ...halfLoaded(core.run.summary.unfinished, limits),
    ...(core.run.summary.shops < enoughShops ? [limits.fewShops(core.run.summary.shops)] : []),
    limits.independence,
    limits.asOf(core.run.asOf, core.run.id),
    ...(used.size === 1 && only ? [limits.oneFamily(words.dossier.family[only])] : []),
    ...unknownChannels(context, words),
    limits.notCompared,
    ...(claims.counters.length === 0 ? [limits.noCounters] : []),
  ]
}

/** What the run may not have known, as files had been loaded in part. */
function halfLoaded(unfinished: RunSummary['unfinished'], limits: LimitWords): string[] {
  return unfinished === undefined ? [] : [limits.halfLoaded(unfinished.map(({ id }) => id))]
}

/** Channels that were unknown in every claimed link. */
function unknownChannels({ links, core }: ClaimContext, { limits, claims }: Words): string[] {
  const [first, ...rest] = links
  const everywhere = (first?.ledger.unknown ?? []).filter((channel) =>
    rest.every(({ ledger }) => ledger.unknown.includes(channel)),
  )
  const names = core.generic.map((key) => core.nodes.find((node) => node.key === key)?.name ?? key)
  const more = names.length - generics
  return [
    ...(everywhere.length === 0
      ? []
      : [
          limits.unknownChannels(claims.list(everywhere.map((channel) => claims.channel[channel]))),
        ]),
    ...(names.length === 0
      ? []
      : [limits.generic(`${names.slice(0, generics).join('; ')}${0 < more ? `; +${more}` : ''}`)]),
  ]
}

function sources({ context: { core, evidence }, words: { limits } }: LimitInput): string[] {
  const { items } = evidence
  const cited = new Set(items.map(({ source }) => source))
  const reports = core.sources.filter(({ id }) => cited.has(id)).map(({ report }) => report)
  const quarantined = reports.reduce((sum, report) => sum + report.quarantined, 0)
  const refused = reports.reduce((sum, report) => sum + report.refusedFields, 0)
  return [
    limits.ungraded,
    ...when(core.roles?.items.length ?? 0, () => limits.roles),
    limits.originals(rowsOf(items), items.length),
    ...(items.length === 1 ? [limits.oneFile] : []),
    ...(0 < quarantined + refused ? [limits.quarantined(quarantined, refused)] : []),
  ]
}

function rowsOf(items: readonly EvidenceItem[]): number {
  return items.reduce((sum, { rows }) => sum + rows.length, 0)
}

/** What the probabilities of factories are worth, or that there are none, as in runs of earlier versions. */
export function supplyLimit(attributions: readonly Attribution[], limits: LimitWords): string {
  if (attributions.length === 0) return limits.noSupply
  const isWeighed = attributions.some(({ probability }) => probability !== undefined)
  return isWeighed ? limits.supplyWeighed : limits.supplyUnweighed
}

function supply({ context: { core, shops }, words: { limits } }: LimitInput): string[] {
  const tested = new Set(
    core.events
      .filter(({ kind }) => kind === 'test_buy')
      .map(({ fields }) => `${fields.platform}/${fields.shop_id}`),
  )
  return [
    supplyLimit(core.attributions, limits),
    tested.size === 0 ? limits.noTestBuy : limits.someTestBuys(tested.size, shops.length),
    limits.noLaw,
  ]
}

function withheld({ context: { core }, claims, words: { limits } }: LimitInput): string[] {
  const { shops, identities, links, bridges, records, missing } = core.withheld
  const unsupported = claims.unsupported.length
  return [
    ...when(shops, limits.strangers),
    ...when(identities, limits.strangeIdentities),
    ...when(links, limits.outsideLinks),
    ...when(bridges, limits.bridges),
    ...when(records, limits.withheldRecords),
    ...when(core.records.filter(hasWithheld).length, () => limits.withheldFields),
    ...Object.entries(core.withheldValues ?? {}).map(([kind, count]) =>
      limits.withheldValues(withheldWords[kind as Withheld], count),
    ),
    ...when(core.roles?.withheld ?? 0, limits.withheldRoles),
    ...when(missing, limits.missingRecords),
    ...when(core.omitted ?? 0, limits.omitted),
    ...when(unsupported, () => limits.unsupported(unsupported, claims.unsupported.join(' '))),
  ]
}

function files({ context: { core }, words: { evidence } }: LimitInput): string[] {
  const { items = [], withheld: left = 0, unseen = 0 } = core.enclosed ?? {}
  const absent = items.filter(({ content }) => typeof content === 'string').length
  return [
    ...when(absent, evidence.absentFiles),
    ...when(left, evidence.withheldFiles),
    ...when(unseen, evidence.unseenFiles),
  ]
}

function hasWithheld({ fields }: SourceRecord): boolean {
  return Object.values(fields).flat().includes(withheldMark)
}

function formats({ context: { core }, words: { limits }, emptyTables }: LimitInput): string[] {
  const { unstated, unknownSystem } = locatedPlaces(core)
  return [
    ...emptyTables.map((file) => limits.emptyTable(file)),
    limits.formats,
    ...when(unstated, limits.unstatedSystem),
    ...when(unknownSystem, limits.unknownSystem),
    limits.spreadsheets,
    limits.glyphs,
  ]
}

function when(count: number, say: LimitWords['bridges']): string[] {
  return 0 < count ? [say(count)] : []
}
