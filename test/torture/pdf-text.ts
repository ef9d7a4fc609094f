import { execFileSync, spawnSync } from 'node:child_process'

/**
 * What a paper says, without spaces, which a line's end may be one of, and without the head and foot of its pages; undefined where poppler's pdftotext is
 * not installed.
 */
export function pdfText(bytes: Uint8Array): string | undefined {
  if (!readsPapers()) return undefined
  const options = { input: bytes, maxBuffer: 2 ** 28, encoding: 'utf8' } as const
  const pages = execFileSync('pdftotext', ['-raw', '-', '-'], options).split('\f')
  return pages.map(withoutFurniture).join('').replaceAll(/\s/g, '')
}

/** Whether the program that reads papers is there. */
export function readsPapers(): boolean {
  return spawnSync('pdftotext', ['-v']).error === undefined
}

/** Head and foot are drawn last. */
function withoutFurniture(page: string): string {
  return page.replace(/Revenant (?:lead|线索) L-[\s\S]*$/, '')
}
