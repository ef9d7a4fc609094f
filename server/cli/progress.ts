import type { OnProgress, Progress, Stage } from '../jobs/progress.ts'
import type { Terminal } from './terminal.ts'

const words: Record<Stage, string> = {
  fetch: 'fetching from the graph',
  unpack: 'unpacking',
  read: 'reading',
  write: 'writing',
  index: 'building indexes',
  compare: 'comparing pairs of shops',
  rings: 'following rings to their sources',
  publish: 'publishing the run',
  erase: 'erasing',
}

/** Tells a job's progress beside the result. */
export function tellProgress(terminal: Terminal): OnProgress {
  return (progress) => terminal.progress(progressLine(progress))
}

function progressLine({ stage, done, total }: Progress): string {
  const count = total === undefined ? `${done}` : `${done} of ${total}`
  return `${words[stage]}: ${count}`
}
