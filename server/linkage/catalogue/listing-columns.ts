import type { TextPool } from './text-pool.ts'

/**
 * Many listings as columns: three million objects would not fit where these do. Listings stand by shop key, then by record hash, each record
 * once, whatever order they came in. Codes of texts say nothing but which texts are equal.
 */
export interface ListingColumns {
  /** Keys of the shops that have listings, sorted. Listings of shop s: starts[s] … starts[s + 1] − 1. */
  readonly shops: readonly string[]
  readonly starts: Int32Array
  readonly titles: TextColumn
  readonly brands: TextColumn
  readonly currencies: TextColumn
  readonly days: TextColumn
  /** NaN where there is none. */
  readonly prices: Float64Array
  /** Images of listing i: images.codes[imageStarts[i]] … images.codes[imageStarts[i + 1] − 1]; the text is the place of the scheme and the id. */
  readonly images: TextColumn
  readonly imageStarts: Int32Array
  /** Places in `imageSchemes`, by listing. */
  readonly schemes: Uint8Array
  /** 32 bytes a listing. */
  readonly records: Uint8Array
}

/** One code a row, −1 where there is no text. */
export interface TextColumn {
  readonly codes: Int32Array
  readonly texts: TextPool
}
