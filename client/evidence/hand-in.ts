import type { EvidenceRow } from '../../server/contract/evidence.ts'
import { otherAddresses } from '../../server/contract/routes.ts'
import { addressOf, call } from '../api/call.ts'
import { putFile } from '../api/put-file.ts'

/** What a person says of a file that they hand in. */
export interface Said {
  readonly file: File
  readonly about: string
  readonly by: string
  readonly place: string
  readonly method: string
  /** `B2`, or empty. */
  readonly grade: string
  /** A day, or empty. */
  readonly transactionEnd: string
  /** Countries by their two letters, or empty where nothing limits it. */
  readonly mayGoTo: string
  readonly other: boolean
}

type Collection = EvidenceRow['receipts'][number]['collection']

/** Hands a file in: first how it was collected, then its bytes. */
export async function handIn({ file, about, by, other, ...said }: Said) {
  const { transactionEnd } = said
  const mayGoTo = placesOf(said.mayGoTo)
  const { id } = await call('openReceipt', {
    body: {
      name: file.name,
      bytes: file.size,
      by,
      about: [about],
      other,
      collection: collectionOf(said),
      keeping: {
        ...(transactionEnd !== '' && { transactionEnd }),
        ...(0 < mayGoTo.length && { mayGoTo }),
      },
    },
  })
  await putFile(addressOf({ path: otherAddresses.evidenceFile }, { params: { id } }), file)
}

/** Countries as they are typed, whatever stands between them. */
export function placesOf(typed: string): string[] {
  return typed
    .toUpperCase()
    .split(/[\s,，、;；]+/u)
    .filter((place) => place !== '')
}

/** Says who takes a copy and why; gives the address where it can be fetched once. */
export async function askForCopy(
  sha256: string,
  said: { by: string; why: string },
): Promise<string> {
  const { id } = await call('exportEvidence', { params: { id: sha256 }, body: said })
  return addressOf({ path: otherAddresses.evidenceCopy }, { params: { id } })
}

function collectionOf({ place, method, grade }: Pick<Said, 'place' | 'method' | 'grade'>) {
  const reliability = grade[0] as Collection['reliability']
  const credibility = grade[1] as Collection['credibility']
  return {
    ...(place.trim() !== '' && { place: place.trim() }),
    ...(method.trim() !== '' && { method: method.trim() }),
    ...(grade !== '' && { reliability, credibility }),
  }
}
