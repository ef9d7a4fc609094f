const earthRadiusKm = 6371

/** Degrees north and east. */
export interface Coordinates {
  readonly lat: number
  readonly lng: number
}

/** Where a node says that it is; undefined where it does not. */
export function coordinatesOf(
  properties: Readonly<Record<string, unknown>>,
): Coordinates | undefined {
  const [lat, lng] = [Number(properties.lat), Number(properties.lng)]
  return Number.isFinite(lat) && Number.isFinite(lng) ? { lat, lng } : undefined
}

/** Along a great circle (haversine). */
export function distanceKm(a: Coordinates, b: Coordinates): number {
  const radians = Math.PI / 180
  const half = (from: number, to: number) => Math.sin(((to - from) * radians) / 2) ** 2
  const share =
    half(a.lat, b.lat) + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * half(a.lng, b.lng)
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(share))
}
