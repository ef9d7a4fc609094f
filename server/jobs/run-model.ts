import type { Run } from '../domain/run.ts'
import type { View } from '../linkage/encode.ts'
import type { Model } from '../linkage/model.ts'
import { readModel } from '../linkage/stored-model.ts'
import { viewOfModel } from '../linkage/view-of-model.ts'
import type { Runs } from '../store/port.ts'

/** What pairs that no run holds are judged by. */
export interface Judging {
  /** The published run, when there is one. */
  readonly run: Run | undefined
  /** The model that the run was made with; undefined when it keeps none that this version can use, and then what evidence is worth is learnt again. */
  readonly model: Model | undefined
}

/** What pairs are looked at in: as much as the run saw, everything where none is published. */
export function viewJudged({ run }: Judging): View {
  return run === undefined ? 'full' : viewOfModel(run.model)
}

/** The current run and the model that it was made with. */
export async function currentJudging(store: Runs): Promise<Judging> {
  const run = await store.currentRun()
  const stored = run === undefined ? undefined : await store.runModel(run.id)
  return { run, model: stored === undefined ? undefined : readModel(stored) }
}
