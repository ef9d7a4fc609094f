/** Characters that set the direction of what follows them, to the end of the line if nothing ends them. */
const directing = /[\u202a-\u202e\u2066-\u2069]/gu

/** Written from right to left, or told to be. */
const turned = /[\u061c\u200f\u202a-\u202e\u2066-\u2069]|\p{Script=Arabic}|\p{Script=Hebrew}/u

/** A value as it is put into a sentence: what is written from right to left turns itself round and nothing beside it. */
export function isolated(value: string): string {
  return turned.test(value) ? `\u2068${value.replaceAll(directing, '')}\u2069` : value
}
