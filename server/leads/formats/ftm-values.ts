import { isValidPhoneNumber } from 'libphonenumber-js/max'
import { z } from 'zod'

import { usccChecks } from '../../domain/uscc.ts'

/**
 * What a value has to be before it is written, by type of property: the JavaScript library of FollowTheMoney checks none, and the Python one drops what
 * does not fit. Lengths are those of the model, version 4.5.
 */
export const ftmTypes = {
  name: bounded(384),
  string: bounded(1_024),
  text: bounded(65_000),
  address: bounded(250),
  identifier: bounded(64),
  /** E.164, and a number that may have been given out: readers drop others. */
  phone: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/)
    .refine((number) => isValidPhoneNumber(number)),
  email: z.email().max(254),
  ip: z.union([z.ipv4(), z.ipv6()]),
  /** Two letters of ISO 3166-1, in lower case, without those that everyone may use as they like. */
  country: z.string().regex(/^(?!aa|q[m-z]|x[a-z]|zz)[a-z]{2}$/),
  date: z.iso.date(),
  number: z.string().regex(/^-?\d+(?:\.\d+)?$/),
  uscc: z.string().refine(usccChecks),
  /** Another entity of the same file. */
  entity: z.string().regex(/^[0-9a-z](?:[0-9a-z.-]*[0-9a-z])?$/),
} as const
export type FtmType = keyof typeof ftmTypes

/** Text as the model keeps it: composed, on one line, without what has no shape in it. */
export function ftmText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
}

/** An address with commas where the model has them: its readers would put them there, and then not find it as it was written. */
export function ftmAddress(text: string): string {
  return ftmText(text.replaceAll(/<BR\/?>|ESQ\.?,|;/g, ', ').replaceAll(/(?:,\s*)+[,.]/g, ', '))
}

function bounded(longest: number) {
  return z
    .string()
    .min(1)
    .refine((text) => Array.from(text).length <= longest)
}

/** A name that fits: what says nothing goes by what it is known by, what is too long is cut short with a mark that it is. */
export function ftmName(name: string, otherwise: string): string {
  const characters = Array.from(ftmText(name) || ftmText(otherwise) || '–')
  return characters.length <= longestName
    ? characters.join('')
    : `${characters
        .slice(0, longestName - 1)
        .join('')
        .trim()}…`
}

const longestName = 384
