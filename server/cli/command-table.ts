import type { Command } from './command.ts'

/** A command before it is needed: `load` brings in its code, so that `revenant --help` does not wait for all of it. */
export interface CommandEntry extends Pick<Command, 'name' | 'summary'> {
  load(): Promise<Command>
}

/** Every command, in the order in which a user meets them. */
export const commandTable: readonly CommandEntry[] = [
  {
    name: 'serve',
    summary: 'the explorer and the API on 127.0.0.1',
    load: async () => (await import('./commands/serve.ts')).serve,
  },
  {
    name: 'load',
    summary: 'loads datasets',
    load: async () => (await import('./commands/load.ts')).load,
  },
  {
    name: 'map',
    summary: 'looks at files and proposes a dataset.json for them',
    load: async () => (await import('./commands/map.ts')).map,
  },
  {
    name: 'adopt',
    summary: 'loads a graph that already stands in Neo4j, as a map says',
    load: async () => (await import('./commands/adopt.ts')).adopt,
  },
  {
    name: 'withdraw',
    summary: 'takes back everything that a dataset said',
    load: async () => (await import('./commands/withdraw.ts')).withdraw,
  },
  {
    name: 'forget',
    summary: 'erases what was said of a person, a record or an old dataset, for good',
    load: async () => (await import('./commands/forget.ts')).forgetCommand,
  },
  {
    name: 'detect',
    summary: 'works out links, rings and factories, and publishes one run',
    load: async () => (await import('./commands/detect.ts')).detect,
  },
  {
    name: 'raw',
    summary: 'rings in bare memberships, for data without labels',
    load: async () => (await import('./commands/raw.ts')).raw,
  },
  {
    name: 'changes',
    summary: 'says what a run says that an earlier one did not',
    load: async () => (await import('./commands/changes.ts')).changes,
  },
  {
    name: 'ring',
    summary: 'says what a ring is and was, and what became of it',
    load: async () => (await import('./commands/ring.ts')).ring,
  },
  {
    name: 'export',
    summary: 'prints links, rings, graph, quarantine or records',
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  {
    name: 'explain',
    summary: 'says in bits why two shops are linked',
    load: async () => (await import('./commands/explain.ts')).explain,
  },
  {
    name: 'path',
    summary: 'the strongest ways between two things',
    load: async () => (await import('./commands/path.ts')).path,
  },
  {
    name: 'generic',
    summary: 'says that a value counts for nothing as identity, or that it counts',
    load: async () => (await import('./commands/generic.ts')).generic,
  },
  {
    name: 'role',
    summary: 'keeps what people state of who controls or does what',
    load: async () => (await import('./commands/role.ts')).role,
  },
  {
    name: 'registrant',
    summary: 'what can be counted of a registrant, and how common it is',
    load: async () => (await import('./commands/registrant.ts')).registrant,
  },
  {
    name: 'enablers',
    summary: 'what very many shops share, against how many of them sold counterfeits',
    load: async () => (await import('./commands/enablers.ts')).enablers,
  },
  {
    name: 'choke-points',
    summary: 'which few accounts, origins, factories and sellers to act on first',
    load: async () => (await import('./commands/choke-points.ts')).chokePoints,
  },
  {
    name: 'place',
    summary: 'where a factory, address or person is, what is done there, and what says so',
    load: async () => (await import('./commands/place.ts')).place,
  },
  {
    name: 'screen',
    summary: 'for new shops, the closed ones they probably continue',
    load: async () => (await import('./commands/screen.ts')).screen,
  },
  {
    name: 'evidence',
    summary: 'keeps files of evidence, their custody, and the days that they are kept',
    load: async () => (await import('./commands/evidence.ts')).evidence,
  },
  {
    name: 'lead',
    summary: 'drafts and seals a lead about one ring',
    load: async () => (await import('./commands/lead.ts')).lead,
  },
  {
    name: 'verify',
    summary: 'checks a sealed lead offline',
    load: async () => (await import('./commands/verify.ts')).verify,
  },
  {
    name: 'key',
    summary: 'shows or changes the key that leads are signed with',
    load: async () => (await import('./commands/key.ts')).key,
  },
  {
    name: 'score',
    summary: 'measures the current run against truth rows',
    load: async () => (await import('./commands/score.ts')).score,
  },
  {
    name: 'generate',
    summary: 'makes a synthetic world with its truth',
    load: async () => (await import('./commands/generate.ts')).generate,
  },
  {
    name: 'copy',
    summary: 'copies a whole graph from one store to another',
    load: async () => (await import('./commands/copy.ts')).copy,
  },
]
