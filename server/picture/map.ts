import { compareText } from '../domain/canonical.ts'
import { iconOf } from './icons.ts'
import { arcsOf } from './map-arcs.ts'
import { groundShapes } from './map-ground.ts'
import { mapLabels } from './map-labels.ts'
import { type Land, type MapView, projectOf, type Size } from './map-land.ts'
import { type Mark, marksOf } from './map-marks.ts'
import type { Site, Sites } from './map-sites.ts'
import { type PeriodTraffic, shareOf } from './map-traffic.ts'
import { type MapWords, mapWords } from './map-words.ts'
import { labelOf } from './names.ts'
import type { Box } from './placement.ts'
import type { Picture, Shape } from './shape.ts'
import { type Language, words } from './words.ts'

/** What the map of one ring is drawn from. */
export interface MapInput {
  readonly name: string
  readonly sites: Sites
  readonly traffic: PeriodTraffic
  readonly land: Land
  /** What so many strangers use that it tells nothing of its users. */
  readonly shared: ReadonlySet<string>
  /** How many shops each site serves. */
  readonly shopsOf: ReadonlyMap<string, number>
  /** The first day on which each site was seen, where one is known. */
  readonly firstSeen: ReadonlyMap<string, string>
}

export interface MapOptions extends Size {
  readonly view: MapView
  readonly asOf: string
  readonly language: Language
  readonly sizeBy: 'parcels' | 'shops'
  readonly selected: ReadonlySet<string>
  /** Parts of the picture that something else lies on. */
  readonly covered: readonly Box[]
  /** Sites that are not there yet; by their first sighting when absent. */
  readonly unborn?: ReadonlySet<string> | undefined
  /** Sites whose lines step back. */
  readonly faint?: ReadonlySet<string> | undefined
}

export interface MapPicture extends Picture {
  /** What can be pointed at and walked to, largest first. */
  readonly marks: readonly Mark[]
}

/** From here on a factory is drawn filled: it sent at least half of the ring's parcels. */
const filledFrom = 0.5

/** The map of a ring as shapes: land, lines, marks and the names that have room. */
export function mapPicture(input: MapInput, options: MapOptions): MapPicture {
  const { sites, traffic, land, shared, shopsOf } = input
  const { view, language, sizeBy, selected, width, height } = options
  const size = { width, height }
  const text = mapWords[language]
  const project = projectOf(view, size)
  const worthOf = (key: string) =>
    (sizeBy === 'parcels' ? traffic.parcelsAt.get(key) : shopsOf.get(key)) ?? 0
  const { marks, outside } = marksOf(sites.sites, { project, size, worthOf })
  const markOf = new Map(marks.flatMap((mark) => mark.sites.map(({ key }) => [key, mark] as const)))
  const known = new Map(sites.sites.map(({ key, node }) => [key, node]))
  const leads = leadsOf(input, selected)
  const arcs = arcsOf({
    hops: traffic.hops,
    markOf,
    nameOf: (key) => nameOf(known.get(key), language) ?? key,
    isShared: (key) => shared.has(key),
    leads,
    faint: options.faint ?? new Set(),
    text,
  })
  const labels = mapLabels({
    marks: served(marks, selected),
    project,
    size,
    obstacles: [...options.covered, ...arcs.boxes],
    forced: new Set([...selected, ...leads]),
    isFull: (key) => isFull(key, input, selected),
    words: words[language],
    language,
  })
  return {
    title: text.title(input.name),
    date: words[language].asOf(options.asOf),
    ...size,
    shapes: [
      ...groundShapes(land, { view, size, project, text }),
      ...arcs.shapes,
      ...arcs.counts,
      ...marks.flatMap((mark) => markShapes(mark, input, { ...options, text })),
      ...labels.shapes,
    ],
    notes: notesOf(text.notes, [
      ['unplaced', sites.unplaced.length],
      ['outside', outside],
      ['withoutName', labels.hidden],
      ['withoutSender', traffic.withoutSender],
      ['halfUnplaced', arcs.half],
      ['within', arcs.within],
      ['arcsLeft', arcs.left],
    ]),
    marks,
  }
}

/** What is known of one site, for those who rest on its mark or hear it. */
export function siteText(
  { key, node, basis, town }: Site,
  { traffic, shared, shopsOf }: Pick<MapInput, 'traffic' | 'shared' | 'shopsOf'>,
  language: Language,
): string {
  const text = mapWords[language]
  const { name, detail } = labelOf(node, words[language])
  const share = node.kind === 'Factory' ? shareOf(key, traffic) : undefined
  return [
    `${words[language].kinds[node.kind]} ${name}`,
    detail,
    text.parcels(traffic.parcelsAt.get(key) ?? 0),
    share === undefined ? '' : text.share(percent(share)),
    text.serves(shopsOf.get(key) ?? 0),
    shared.has(key) ? text.shared : '',
    basis === 'exact' || town === undefined ? '' : text.basis[basis](town[language]),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

/** A share in whole percent; never 0 % of something nor 100 % of less than all. */
function percent(share: number): string {
  if (0 < share && share < 0.01) return '< 1 %'
  if (0.99 < share && share < 1) return '> 99 %'
  return `${Math.round(share * 100)} %`
}

function markShapes(
  mark: Mark,
  input: MapInput,
  { selected, language, text, asOf, unborn }: MapOptions & { readonly text: MapWords },
): Shape[] {
  const { x, y, radius, sites } = mark
  const chosen = sites.some(({ key, places }) => [key, ...places].some((id) => selected.has(id)))
  const ring: Shape[] = chosen
    ? [{ shape: 'circle', style: 'chosen-ring', x, y, radius: radius + 4 }]
    : []
  const [site] = sites
  if (site === undefined) return ring
  if (1 < sites.length) return [...ring, ...clusterShapes(mark, text)]
  const { key, node, basis } = site
  const loose: Shape[] =
    basis === 'exact' ? [] : [{ shape: 'circle', style: 'town-ring', x, y, radius: radius + 7 }]
  const weak = node.kind === 'Factory' && (shareOf(key, input.traffic) ?? 0) < filledFrom
  return [
    ...loose,
    ...ring,
    {
      shape: 'node',
      subject: { of: 'node', id: key },
      kind: node.kind,
      icon: iconOf(node),
      status: 'none',
      generic: input.shared.has(key),
      hollow: weak,
      x,
      y,
      radius,
      hint: siteText(site, input, language),
      ghost: unborn?.has(key) ?? asOf < (input.firstSeen.get(key) ?? ''),
    },
  ]
}

function clusterShapes({ key, x, y, radius, sites }: Mark, text: MapWords): Shape[] {
  const subject = { of: 'node', id: key } as const
  const hint = text.cluster(sites.length)
  return [
    { shape: 'circle', style: 'cluster', x, y, radius, subject, hint },
    {
      shape: 'text',
      style: 'count',
      x,
      y: y + 4,
      text: String(sites.length),
      anchor: 'middle',
      subject,
    },
  ]
}

/** The selected factories, or else the one that sent most. */
function leadsOf({ sites, traffic }: MapInput, selected: ReadonlySet<string>): ReadonlySet<string> {
  const factories = sites.sites.filter(({ node }) => node.kind === 'Factory')
  const chosen = factories.filter(({ key }) => selected.has(key))
  if (0 < chosen.length) return new Set(chosen.map(({ key }) => key))
  const sent = ({ key }: Site) => traffic.ofRing.get(key) ?? 0
  const first = factories.toSorted((a, b) => sent(b) - sent(a) || compareText(a.key, b.key))[0]
  return new Set(first === undefined ? [] : [first.key])
}

/** Names of the selected first, then by size, as the marks come. */
function served(marks: readonly Mark[], selected: ReadonlySet<string>): readonly Mark[] {
  return marks.toSorted((a, b) => Number(selected.has(b.key)) - Number(selected.has(a.key)))
}

function isFull(key: string, { traffic }: MapInput, selected: ReadonlySet<string>): boolean {
  if (selected.has(key) || key.startsWith('origin:')) return true
  return filledFrom <= (shareOf(key, traffic) ?? 0)
}

function nameOf(node: Site['node'] | undefined, language: Language): string | undefined {
  return node && labelOf(node, words[language]).name
}

function notesOf(
  texts: MapWords['notes'],
  counts: readonly (readonly [keyof MapWords['notes'], number])[],
): string[] {
  return counts.flatMap(([note, count]) => (count === 0 ? [] : [texts[note](count)]))
}
