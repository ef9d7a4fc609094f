import { calibration } from '../../../server/rings/score/calibration.ts'
import type { ControllerTruth } from '../../../server/rings/truth.ts'
import { flattened } from '../figures.ts'
import { linkWorld } from '../link-world.ts'
import { scoreOf } from '../measure-folder.ts'
import type { MeasuredWorld } from '../measured-world.ts'
import { printBeside, printScores } from '../print-scores.ts'

/** The same world as a buyer sees it, learnt from that alone, with its own calibration; beside each figure that of the full view. */
export function publicView({ label, evidence, asOf, parts, full }: MeasuredWorld): void {
  const seen = linkWorld(evidence, { asOf, view: 'public' })
  for (const [part, rows] of Object.entries(parts)) {
    const name = `${label}public view, ${part}: `
    printScores(name, scoreOf(seen, rows), { full: scoreOf(full, rows) })
    const shops = rows.filter((row): row is ControllerTruth => 'controller' in row)
    const [own, all] = [seen, full].map(({ links }) =>
      flattened('calibration of links', calibration(links, shops)),
    )
    printBeside(name, own ?? [], { full: all ?? [] })
  }
}
