import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { PlantedGraph } from './planted-graph.ts'

const files = ['from', 'to', 'weights'] as const

/** Raw 32-bit numbers of the ends and 64-bit ones of the weights, as any language reads them. */
export function writeEdges(folder: string, { nodes, edges }: PlantedGraph): void {
  for (const name of files) writeFileSync(join(folder, name), new Uint8Array(edges[name].buffer))
  writeFileSync(join(folder, 'nodes'), String(nodes))
}

export function readEdges(folder: string): Omit<PlantedGraph, 'communities'> {
  const [from, to, weights] = files.map((name) => readFileSync(join(folder, name)).slice().buffer)
  return {
    nodes: Number(readFileSync(join(folder, 'nodes'), 'utf8')),
    edges: {
      from: new Int32Array(from as ArrayBuffer),
      to: new Int32Array(to as ArrayBuffer),
      weights: new Float64Array(weights as ArrayBuffer),
    },
  }
}
