import type { Picture } from '../../picture/shape.ts'

/** One numbered statement, for or against: both are set in the same size. */
export interface Statement {
  readonly kind: 'statement'
  readonly id: string
  readonly side: 'for' | 'against'
  readonly text: string
  /** How sure it is, or what it is worth. */
  readonly weight: string
  /** Ids of what stands on the other side. */
  readonly other: string
  readonly cites: string
  /** A table of it follows, and should start on the same page. */
  readonly followed: boolean
}

export interface Table {
  readonly kind: 'table'
  readonly columns: readonly {
    readonly title: string
    /** Part of the page's width; the parts of a table add up to 1. */
    readonly share: number
  }[]
  readonly rows: readonly (readonly string[])[]
  /** Set in under the statement that it belongs to. */
  readonly inset: boolean
}

/** A drawing on a page of its own, or on several where it is tall. */
export interface Figure {
  readonly kind: 'figure'
  readonly picture: Picture
  readonly caption: string
  readonly part: (number: number, of: number) => string
}

/** What a dossier is made of, before anything is drawn. */
export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly under: string }
  | {
      readonly kind: 'heading'
      readonly text: string
      /** Points of what belongs on its page; a heading is left alone at the foot of none. */
      readonly room?: number | undefined
    }
  | {
      readonly kind: 'subheading'
      readonly text: string
      /** As of a heading. */
      readonly room?: number | undefined
    }
  | { readonly kind: 'paragraph'; readonly text: string; readonly quiet?: boolean | undefined }
  | {
      readonly kind: 'facts'
      readonly rows: readonly (readonly [string, string])[]
      /** Points of the labels; 96 when absent. */
      readonly column?: number | undefined
    }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | Figure
  | Statement
  | Table
