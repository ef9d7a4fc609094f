import type { Judging } from '../jobs/run-model.ts'

/** By what pairs were judged that no run holds, as the end of a sentence. */
export function judgedBy({ run, model }: Judging): string {
  if (run === undefined) {
    return 'by what the data at hand teaches, as no run is published yet; `revenant detect` publishes one.'
  }
  if (model === undefined) {
    return `by what the data at hand teaches, as run ${run.id} keeps no model that this version can use; \`revenant detect\` publishes one.`
  }
  return `by the model of run ${run.id} (${model.name}, ${labelled(model.slopes.labels)}).`
}

function labelled(labels: number): string {
  return labels === 0 ? 'not yet checked here' : `checked on ${labels} labels`
}
