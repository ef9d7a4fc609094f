import type { IsoDate, Sha256 } from '../../domain/units.ts'

/** How two image ids of a listing compare: `opaque` ones are equal or not, the others are hexadecimal hashes with a distance. */
export const imageSchemes = ['opaque', 'phash64', 'phash256'] as const
export type ImageScheme = (typeof imageSchemes)[number]

/** What one record says that one shop offers, as typed but for the price, which is a number. */
export interface Listing {
  /** Key of the shop's node. */
  readonly shop: string
  readonly title?: string | undefined
  readonly images: readonly string[]
  readonly imageScheme: ImageScheme
  readonly brand?: string | undefined
  readonly price?: number | undefined
  readonly currency?: string | undefined
  readonly seenOn?: IsoDate | undefined
  readonly record: Sha256
}
