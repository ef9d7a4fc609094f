import type { EdgeType } from '../domain/graph.ts'
import type { Channel, Family } from '../domain/link.ts'
import type { IsoDate, Sha256 } from '../domain/units.ts'
import type { Banding } from './layout.ts'

/** One value that one shop has in one channel, as its source typed it. */
export interface ShopValue {
  readonly literal: string
  /** The node that stands for the value; absent for what a shop says of itself. */
  readonly key: string | undefined
  /** Decoded parts of that key, or the literal alone. */
  readonly parts: readonly string[]
  /** What else the relation and its node say. */
  readonly about: {
    /** Of the registrant, as this shop's records give it. */
    readonly name: string | undefined
    /** `person` or `company`, where somebody said so. */
    readonly entityKind: string | undefined
    /** What kind of number the node is known by. */
    readonly idScheme: string | undefined
    /** An address as typed. */
    readonly address: string | undefined
    /** Of an address: the code of its region, GB/T 2260 or ISO 3166-2. */
    readonly region?: string | undefined
    /** A number that failed its check, as it compares. */
    readonly refusedNumber?: string | undefined
    /** In whose name a payment account stands, as typed. */
    readonly holder?: string | undefined
    /** Of a registrant or factory whose records differ and are one person, company or factory all the same: one text for all of them. */
    readonly identity?: string | undefined
  }
  /** Whole values of the store that this one is taken for: what shows of it agrees with them, or they are a slip of the pen apart. */
  readonly like?: readonly string[] | undefined
  /** The node or relation that says it. */
  readonly saidBy: { readonly records: readonly Sha256[] }
  readonly firstSeen: IsoDate | undefined
  readonly lastSeen: IsoDate | undefined
}

/** One way in which the values of two shops can agree. Two shops agree at a level when they have one of its keys in common. */
export interface Level {
  readonly name: 'same' | 'near'
  /** What the agreement says, for people. */
  readonly says: string
  /** Probability that two shops of one controller, both with a value here, agree at this level and at none above it. */
  readonly m: number
  /** How many strangers are expected to hold a key that nobody else is seen to hold. */
  readonly strangers: number
  /** How fast that number grows with the holders seen beyond the first: 1 is in proportion. */
  readonly growth: number
  /** However rare the key, it is worth no more than this; absent where rarity alone decides. */
  readonly mostBits?: number
  /** From this many groups of holders on, the key counts for nothing. */
  readonly genericFrom: number
  /** Whether two shops are compared because they share such a key. */
  readonly finds: boolean
  /** What else such an agreement goes with, where that is not the family of its channel: a name in an address is chosen like that of a shop. */
  readonly family?: Family
  /** What agrees where it is not the value itself, and is told with it. */
  readonly shows?: 'holder'
  /** Into which bands rarity is split; that of its name when absent. */
  readonly banding?: Banding
  /** How two strangers could come to share it. */
  readonly innocent: string
}

/** Which relation of a shop carries the values of a channel. */
export interface Carrier {
  readonly type: EdgeType
  /** First part of the key of a contact: `phone`, `email`, … Any when absent. */
  readonly contactKinds?: readonly string[]
  /** Of a registrant, whether the channel reads the name or the number; its relation carries both. */
  readonly reads?: 'name' | 'number'
}

/** One kind of evidence: where its values come from, how they agree, and what each agreement is worth. */
export interface ChannelRule {
  readonly channel: Channel
  /** Absent for what the shop says of itself. */
  readonly carrier?: Carrier
  /** What no buyer can see; left out of the public view. */
  readonly hidden?: true
  /** Read from what the shop's own node says under this name instead: a text or a list of texts. */
  readonly property?: string
  /** Read from what listings say beside what the shop says of itself; a few values a shop, which are compared like any other. */
  readonly listed?: 'brands' | 'prices'
  /** Carried by whoever wants to: it says nothing of a common supply. */
  readonly anybodys?: true
  /** Read from listings instead: a set of many values, of which two shops share some. */
  readonly catalogue?: 'images' | 'titles'
  /** Strongest first. */
  readonly levels: readonly Level[]
  readonly differ: Differ
  /** The value as text, where a part of it may be hidden behind stars or typed wrong. */
  readonly text?: (value: ShopValue) => string | undefined
  /** The keys of a value, a list for each level; no list at all when the value says nothing in this channel. */
  readonly keys: (value: ShopValue) => readonly (readonly string[])[] | undefined
}

/**
 * Probability that two shops of one controller, both with a value here, agree at no level. People who come back change things, so it is high
 * where one shop was closed before the other opened; two shops that run at the same time contradict each other more in some channels.
 */
export interface Differ {
  readonly inSequence: number
  readonly together: number
}
