interface Site {
  readonly region?: string | undefined
  readonly lat?: number | undefined
  readonly lng?: number | undefined
}

/** What a place without an address is called: its region and where it stands in it, in degrees; undefined where neither is known. */
export function siteName({ region, lat, lng }: Site): string | undefined {
  const point = lat === undefined || lng === undefined ? undefined : `${lat}, ${lng}`
  if (region === undefined || point === undefined) return region ?? point
  return `${region} (${point})`
}
