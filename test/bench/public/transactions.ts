import { reliability } from '../../../server/linkage/calibrate/reliability.ts'
import type { Told } from '../../../server/linkage/calibrate/told.ts'
import type { Figure } from './measure.ts'
import { halfOf } from './transactions-half.ts'
import { type Payments, readPayments } from './transactions-read.ts'
import { alone, assigned, shared } from './transactions-share.ts'
import { type WeighedPayments, weighPayments } from './transactions-weigh.ts'

/** Pairs that stand this far from nothing by themselves are what calibration is measured on; nearly all candidates are far below. */
const contestedFrom = 0.001

/**
 * Finds the destination of every payment and says how right that is: succession's own problem (later, changed, with rivals), at its two steps. `alone`
 * is each pair by itself, `competing` after all rivals of both ends have shared the probability, `one to one` the pairs taken by falling probability.
 * No labels. Settings were chosen on the payments of one half (`tuned on`), told apart by the hash of the payment's number; all payments
 * compete, and halves differ only in what is counted.
 */
export function* transactionsFigures(): Generator<Figure> {
  const started = performance.now()
  const before = process.cpuUsage()
  const payments = readPayments()
  const weighed = weighPayments(payments)
  const steps = { alone: alone(weighed), competing: shared(weighed) }
  const couples = assigned(weighed, steps.competing)
  const { user, system } = process.cpuUsage(before)
  yield figure('time', (performance.now() - started) / 1000, 'seconds')
  yield figure('processor', (user + system) / 1e6, 'CPU seconds')
  yield figure('memory at its peak', process.resourceUsage().maxRSS / 1024, 'MB')
  yield figure('pairs compared', weighed.bits.length, 'count')
  const contested = pairsFrom(steps.alone, contestedFrom)
  for (const [part, half] of parts) {
    const scored = partOf(payments, weighed, (truth) => half < 0 || halfOf(truth) === half)
    yield figure(`true pairs among them${part}`, scored.recall(weighed.bits.keys()), 'share')
    for (const [step, probability] of Object.entries(steps)) {
      yield* scored.figures(`${step}${part}, from .5`, pairsFrom(probability, 0.5))
      yield* scored.calibration(`${step}${part}`, contested, probability)
    }
    yield* scored.figures(`one to one${part}`, couples)
  }
}

const parts = [
  ['', -1],
  [', tuned on', 0],
  [', held out', 1],
] as const

function figure(name: string, value: number, unit: string): Figure {
  return { name: `transactions: ${name}`, value, unit }
}

function pairsFrom(probability: Float64Array, least: number): number[] {
  return [...probability.keys()].filter((pair) => least <= (probability[pair] as number))
}

/** A pair counts where its origin does. */
function partOf(
  { truth, origins }: Payments,
  { pairs: { left, right } }: WeighedPayments,
  counts: (truth: string) => boolean,
) {
  const counted = truth.slice(0, origins).map(counts)
  const all = counted.filter(Boolean).length
  const isCounted = (pair: number) => counted[left[pair] as number] === true
  const isTrue = (pair: number) => truth[left[pair] as number] === truth[right[pair] as number]
  const trueOf = (pairs: Iterable<number>) =>
    [...pairs].filter((pair) => isTrue(pair) && isCounted(pair)).length
  return {
    recall: (pairs: Iterable<number>) => trueOf(pairs) / all,
    *figures(name: string, pairs: readonly number[]): Generator<Figure> {
      const precision = trueOf(pairs) / pairs.filter(isCounted).length
      const recall = trueOf(pairs) / all
      yield figure(`${name}: precision`, precision, 'share')
      yield figure(`${name}: recall`, recall, 'share')
      yield figure(`${name}: F1`, (2 * precision * recall) / (precision + recall), 'share')
    },
    *calibration(name: string, pairs: readonly number[], probability: Float64Array) {
      const told = pairs.filter(isCounted).map((pair): Told => {
        return { probability: probability[pair] as number, came: isTrue(pair) ? 1 : 0 }
      })
      const { brier, ece, logLoss } = reliability(told)
      yield figure(`${name}: Brier`, brier ?? 0, 'squared error')
      yield figure(`${name}: calibration error`, ece ?? 0, 'error')
      yield figure(`${name}: log loss`, logLoss ?? 0, 'nats')
    },
  }
}

if (process.argv[1] === import.meta.filename) {
  for (const { name, value, unit } of transactionsFigures()) {
    const rounded = Math.round(value * 1e4) / 1e4
    process.stdout.write(`${JSON.stringify({ name, value: rounded, unit })}\n`)
  }
}
