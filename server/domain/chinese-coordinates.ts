/** Degrees, north and east positive. */
export interface Coordinates {
  readonly lat: number
  readonly lng: number
}

/** Reference systems that coordinates of maps made in China come in. */
export type ReferenceSystem = 'WGS-84' | 'GCJ-02' | 'BD-09'

/**
 * The system that a source names, however it writes it; `unknown` for one that is named and not known here. CGCS2000, the national system, lies within
 * centimeters of WGS-84. Undefined where none is named.
 */
export function referenceSystemOf(
  named: string | undefined,
): ReferenceSystem | 'unknown' | undefined {
  const text = (named ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_:-]/g, '')
  if (text === '') return undefined
  return names.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown'
}

const names: readonly (readonly [RegExp, ReferenceSystem])[] = [
  [/^(?:wgs(?:19)?84|gps|epsg4326|crs84|cgcs2000|epsg4490)$/, 'WGS-84'],
  [/^(?:gcj0?2|amap|gaode|tencent|mars|高德|腾讯|火星坐标系?)$/, 'GCJ-02'],
  [/^(?:bd0?9(?:ll)?|baidu|百度)$/, 'BD-09'],
]

/**
 * Coordinates in WGS-84. GCJ-02 shifts a point by a published approximation of the official transformation, by up to some 700 m; here its inverse is iterated
 * until it is stable to 1e-9 degrees. BD-09 shifts GCJ-02 once more. The approximation itself differs from official maps by some meters. Outside mainland
 * China GCJ-02 is WGS-84, which here means outside the rectangle 72.004–137.8347° E, 0.8293–55.8271° N.
 * Source: the formulas as first written down in eviltransform (public code, 2013, 2015), which gives no source of its own.
 */
export function toWgs84(point: Coordinates, from: ReferenceSystem): Coordinates {
  if (from === 'WGS-84') return point
  return fromGcj02(from === 'BD-09' ? fromBd09(point) : point)
}

const steps = 30
const enough = 1e-9

function fromGcj02(target: Coordinates): Coordinates {
  let guess = target
  for (let step = 0; step < steps; step += 1) {
    const shifted = toGcj02(guess)
    const [lat, lng] = [target.lat - shifted.lat, target.lng - shifted.lng]
    guess = { lat: guess.lat + lat, lng: guess.lng + lng }
    if (Math.max(Math.abs(lat), Math.abs(lng)) < enough) return guess
  }
  return guess
}

/** The forward transformation, which its inverse is iterated over. */
export function toGcj02({ lat, lng }: Coordinates): Coordinates {
  if (lng < 72.004 || 137.8347 < lng || lat < 0.8293 || 55.8271 < lat) return { lat, lng }
  const [x, y] = [lng - 105, lat - 35]
  const radians = (lat * Math.PI) / 180
  const magic = 1 - eccentricity * Math.sin(radians) ** 2
  const meridian = (axis * (1 - eccentricity)) / (magic * Math.sqrt(magic))
  const parallel = (axis / Math.sqrt(magic)) * Math.cos(radians)
  return {
    lat: lat + (shiftNorth(x, y) * 180) / (meridian * Math.PI),
    lng: lng + (shiftEast(x, y) * 180) / (parallel * Math.PI),
  }
}

/** Krasovsky's ellipsoid of 1940: its axis in meters and its eccentricity squared. */
const axis = 6_378_245
const eccentricity = 0.006_693_421_622_965_943

type Waves = readonly (readonly [size: number, pace: number])[]

const shared: Waves = [
  [20, 6],
  [20, 2],
]
const northward: Waves = [
  [20, 1],
  [40, 1 / 3],
  [160, 1 / 12],
  [320, 1 / 30],
]
const eastward: Waves = [
  [20, 1],
  [40, 1 / 3],
  [150, 1 / 12],
  [300, 1 / 30],
]

function shiftNorth(x: number, y: number): number {
  const plane = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x))
  return plane + (2 / 3) * (sumOf(shared, x) + sumOf(northward, y))
}

function shiftEast(x: number, y: number): number {
  const plane = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x))
  return plane + (2 / 3) * (sumOf(shared, x) + sumOf(eastward, x))
}

function sumOf(waves: Waves, at: number): number {
  return waves.reduce((sum, [size, pace]) => sum + size * Math.sin(pace * Math.PI * at), 0)
}

function fromBd09({ lat, lng }: Coordinates): Coordinates {
  const [x, y] = [lng - 0.0065, lat - 0.006]
  const turn = (Math.PI * 3_000) / 180
  const radius = Math.hypot(x, y) - 0.000_02 * Math.sin(y * turn)
  const angle = Math.atan2(y, x) - 0.000_003 * Math.cos(x * turn)
  return { lat: radius * Math.sin(angle), lng: radius * Math.cos(angle) }
}
