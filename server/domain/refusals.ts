import type { CodedRefusal } from './coded-refusal.ts'
import { type DatasetRefusalValues, datasetSentences } from './dataset-refusals.ts'
import { FailureError, RefusalError } from './failure.ts'
import type { StampFailure } from './time-stamp.ts'

/** What each refusal fills its sentence with. Codes are permanent: readers in other languages make their own sentence of them. */
export interface RefusalValues extends DatasetRefusalValues {
  readonly 'lead-stays': { readonly from: string }
  readonly 'lead-step-elsewhere': {
    readonly from: string
    readonly to: string
    readonly ways: readonly string[]
  }
  readonly 'lead-own-approval': { readonly author: string }
  readonly 'lead-reason-missing': { readonly to: string }
  readonly 'lead-sealed-by-saying': { readonly to: string }
  readonly 'lead-not-a-draft': { readonly id: string; readonly state: string }
  readonly 'lead-not-left': { readonly id: string }
  readonly 'lead-version-there': { readonly id: string }
  readonly 'lead-ring-gone': { readonly ring: string; readonly run: number }
  readonly 'outcome-too-early': { readonly state: string }
  readonly 'outcome-without-number': { readonly kind: string }
  readonly 'outcome-unknown': { readonly id: string }
  readonly 'outcome-own-entry': { readonly by: string }
  readonly 'dataset-territory-unsaid': {
    readonly dataset: string
    readonly places: readonly string[]
    readonly to: string
  }
  readonly 'dataset-may-not-go': {
    readonly dataset: string
    readonly places: readonly string[]
    readonly to: string
    readonly territory: string
  }
  readonly 'file-territory-unsaid': FileTerms
  readonly 'file-may-not-go': FileTerms & { readonly territory: string }
  readonly 'lead-unsupported': { readonly ring: string }
  readonly 'lead-one-kind': { readonly ring: string; readonly kind: string }
  readonly 'lead-no-right': { readonly ring: string }
  readonly 'lead-one-place': { readonly id: string }
  readonly 'lead-split-already': { readonly id: string }
  readonly 'right-unknown': { readonly rights: readonly string[] }
  readonly 'lead-shops': { readonly ring: string; readonly shops: readonly string[] }
  readonly 'stamp-off': Record<string, never>
  readonly 'stamp-failed': StampFailure & { readonly id: string }
}
/** Where a file of evidence may go: of itself, where the dataset has no name, or as the dataset says that cites it. */
interface FileTerms {
  readonly file: string
  /** First eight digits of its SHA-256. */
  readonly sha: string
  readonly dataset: string
  readonly places: readonly string[]
  readonly to: string
}

export type RefusalCode = keyof RefusalValues

/** Why a request was refused, for readers in other languages than the sentence. */
export interface Refusal {
  readonly code: RefusalCode
  readonly values: Readonly<Record<string, string | number | readonly string[]>>
}

/** A refusal with its English sentence, and what another language needs for its own. */
export function refusal<C extends RefusalCode>(
  code: C,
  values: RefusalValues[C],
  options: ErrorOptions = {},
): RefusalError {
  return new RefusalError(sentences[code](values), {
    ...options,
    refusal: { code, values: { ...values } },
  })
}

/** As it passes between threads and over the wire. */
export function coded({ code, values }: Refusal): CodedRefusal {
  const own = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'object' ? [...value] : value,
  ])
  return { code, values: Object.fromEntries(own) }
}

/** The same of work that started and could not finish. */
export function failure<C extends RefusalCode>(code: C, values: RefusalValues[C]): FailureError {
  return new FailureError(sentences[code](values), { refusal: { code, values: { ...values } } })
}

const listed = (places: readonly string[]) => places.join(', ') || 'nowhere'

type OneFile = Pick<FileTerms, 'file' | 'dataset' | 'sha'>

function fileNamed({ file, dataset }: OneFile): string {
  return `The file of evidence “${file}”${dataset === '' ? '' : ` of the dataset “${dataset}”`}`
}

function insteadOf({ sha, dataset }: OneFile): string {
  return dataset === ''
    ? `put right where it may go (\`revenant evidence describe ${sha} --may-go-to …\`)`
    : 'load its dataset with terms that allow it'
}

const sentences: { readonly [C in RefusalCode]: (values: RefusalValues[C]) => string } = {
  ...datasetSentences,
  'lead-stays': ({ from }) => `The lead is ${from}, and stays so; draft a new version to go on.`,
  'lead-step-elsewhere': ({ from, to, ways }) =>
    `The lead is ${from}; from there it can become ${ways.join(', ')}, and not ${to}.`,
  'lead-own-approval': ({ author }) =>
    `${author} wrote this lead and cannot approve it; a second person has to.`,
  'lead-reason-missing': ({ to }) => `A lead becomes “${to}” only with a reason; say why.`,
  'lead-sealed-by-saying': ({ to }) =>
    `A lead becomes “${to}” by sealing it or its next version, not by saying so.`,
  'lead-not-a-draft': ({ id, state }) =>
    `${id} is ${state} and is not changed any more; give it back to its author first.`,
  'lead-not-left': ({ id }) =>
    `${id} has not left yet; change it instead of drafting a new version.`,
  'lead-version-there': ({ id }) => `${id} is there already; go on with it.`,
  'lead-ring-gone': ({ ring, run }) =>
    `Run ${run} has no ${ring} any more; \`revenant ring ${ring} --history\` says what became of it.`,
  'outcome-too-early': ({ state }) =>
    `The lead is ${state}; nothing can have come of it before it is transmitted.`,
  'outcome-without-number': ({ kind }) =>
    `How many, or what it was worth, is missing for “${kind}”.`,
  'outcome-unknown': ({ id }) => `The lead has no outcome ${id}.`,
  'outcome-own-entry': ({ by }) => `${by} entered this outcome; a second person has to verify it.`,
  'dataset-territory-unsaid': ({ dataset, places, to }) =>
    `The dataset “${dataset}” may go to ${listed(places)} only, and nobody said where ${to} is; name the country (--territory, such as CN).`,
  'dataset-may-not-go': ({ dataset, places, to, territory }) =>
    `The dataset “${dataset}” may not go to ${territory}, where ${to} is, but to ${listed(places)} only; choose another recipient, or load the ring without this dataset.`,
  'file-territory-unsaid': ({ places, to, ...file }) =>
    `${fileNamed(file)} may go to ${listed(places)} only, and nobody said where ${to} is; name the country (--territory, such as CN).`,
  'file-may-not-go': ({ places, to, territory, ...file }) =>
    `${fileNamed(file)} may not go to ${territory}, where ${to} is, but to ${listed(places)} only; choose another recipient, or ${insteadOf(file)}.`,
  'lead-unsupported': ({ ring }) =>
    `${ring} cannot be sealed: no record at hand supports a single statement about it; load its data again, then detect`,
  'lead-one-kind': ({ ring, kind }) =>
    `${ring} cannot be sealed: it rests on ${kind} alone, and a lead needs two independent kinds of evidence; a test buy, a parcel or another record in common would be a second.`,
  'lead-no-right': ({ ring }) =>
    `${ring} cannot be sealed: no registered right is attached to it, so that nobody can check whose right the goods would concern. Load a row of kind \`right\`; a test buy that names it, or a brand of a shop or listing that reads like its mark, attaches it, and so does naming it in the lead (--right ID).`,
  'lead-one-place': ({ id }) =>
    `${id} cannot be split: its places on record are all in one province, or in none that is known; \`revenant lead route ${id}\` lists them.`,
  'lead-split-already': ({ id }) =>
    `${id} is split already, and every lead of it is there; \`revenant lead show ${id}\` names them.`,
  'lead-shops': ({ ring, shops }) =>
    shops.length === 0
      ? `A lead about ${ring} needs at least one of its shops.`
      : `${shops.join(', ')} ${shops.length === 1 ? 'is no shop' : 'are no shops'} of ${ring}; \`revenant ring ${ring}\` names those that are, and a lead is about one ring.`,
  'stamp-off': () =>
    'No time-stamping authority is named, and nothing was sent; name one with --time-stamp URL or in REVENANT_TIME_STAMP.',
  'stamp-failed': ({ id, url, detail }) =>
    `${id} is sealed, without a time stamp: ${url} gave none that holds (${detail}). \`revenant lead stamp ${id}\` asks again.`,
  'right-unknown': ({ rights }) =>
    `No right on record has the id ${rights.join(', ')}; load a row of kind \`right\` for it, or name one that there is (right_id, or dataset/right_id).`,
}
