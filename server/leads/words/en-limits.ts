import { counted } from '../numbers.ts'

function named(model: string): string {
  if (model.startsWith('learnt-weights')) return `${model} (weights learnt from these data)`
  if (!model.startsWith('usual-weights')) return model
  return `${model} (usual weights: these data are too few to learn from)`
}

/** What was not checked, in English. The other languages have the same parts. */
export const englishLimits = {
  scope: (own: number, all: number) =>
    `The lead is about ${own} of the ring's ${all} shops, chosen by its author. The other ${all - own} stand in it as shops outside the ring do, by a number only, and records about them are left out. How the chosen shops belong together was worked out over links between them alone.`,
  scopeLost: (shop: string, to: string, through: number) =>
    `${shop} belongs to one ring with ${to} only by way of ${counted(through, 'shop')} that this lead leaves out. Nothing in the package shows that the two belong together.`,
  scopeTargets: (count: number) =>
    `Left out: ${count === 1 ? '1 factory or place' : `${count} factories or places`} that only shops left out lead to.`,
  scopeShared:
    'Shops left out lead to some of the same factories or places: counts of parcels, test buys and stated links, and probabilities, are of the whole ring there.',
  split: (leads: number) =>
    `The ring has ${leads} leads, and each of its shops, persons and amounts is counted in one of them: column counted_in of subjects.csv says in which. What the links of this lead rest on is told for the whole ring.`,
  approvedBy: (name: string) => `${name} approved this lead before it was sealed.`,
  notApproved: 'This lead was not approved by a second person: whoever drafted it also sealed it.',
  withheldValues: (what: string, count: number) =>
    `For this recipient ${count} values stand under a number wherever they occur: [${what} 1] to [${what} ${count}]. Hashes of rows are those of the originals, which the sender keeps.`,
  signed: (key: string) =>
    `The package is signed with the key ${key}. The signature shows that whoever holds that key sealed it and that nothing changed since; whose key it is, compare with the fingerprint that the sender gave over another way. It does not show when: a trusted time stamp, where one was asked for, lies in a file of the same name that ends in .tsr, beside the package.`,
  unsigned:
    'The package is unsigned. Its hashes show whether it changed after it was sealed, not who sealed it or when. Ask the sender for the SHA-256 of the zip file over another way, and compare.',
  inferred:
    'Who controls a shop is never observed. Every statement about a controller or a return follows from records with the probability given, and with none where none is given.',
  unchecked: (model: string) =>
    `Probabilities come from the model ${named(model)} and were not yet checked against labels here: no return or common controller in this data has been confirmed independently.`,
  checked: (model: string, labels: number) =>
    `Probabilities come from the model ${named(model)} and were checked against ${labels} labels.`,
  halfLoaded: (files: readonly string[]) =>
    `When the run was worked out the store may have held only a part of what these files say, or what earlier versions of them said beside it, as their loading or withdrawal had not ended: ${files.join('; ')}.`,
  fewShops: (shops: number) =>
    `The run compared ${shops} shops, which are few. In synthetic markets of that size where sellers change most of what they can, up to one in eight of the links told at .95 was between strangers, and among fewer than ten shops more than one in three: five customers of one agent look like one seller with five shops.`,
  independence:
    'The chance that all steps of the ring hold takes the steps as independent of each other. Where one person is behind several of them they are not, and the chance is then between this figure and the weakest step.',
  asOf: (date: string, run: number) =>
    `Everything was computed as of ${date} (run ${run}), from what had been loaded. Shops, closures and platforms outside these data do not appear.`,
  ungraded:
    'No source was graded: nobody has judged here how reliable the files are. A file and the rows of it show that it said so, not that it is true.',
  originals: (rows: number, files: number) =>
    `The source files are not in the package. It holds the rows that are cited (${rows} of ${counted(files, 'file')}) and the hash of each file as it was loaded.`,
  oneFile:
    'All evidence comes from one file: rows of one file do not confirm each other independently.',
  oneFamily: (family: string) =>
    `All links rest on one kind of evidence (${family}). No independent kind confirms them.`,
  unknownChannels: (channels: string) =>
    `For these channels no claimed link had values at both ends, so that they speak neither for nor against: ${channels}.`,
  notCompared:
    'Pictures of listings were compared by the ids that the sources give them and titles by their words, prices by the middle one of each shop. The pictures themselves and routes of money were not compared.',
  strangers: (shops: number) =>
    `${counted(shops, 'shop')} outside the ring ${shops === 1 ? 'is' : 'are'} named by a number only.`,
  strangeIdentities: (identities: number) =>
    `${identities === 1 ? '1 person or company' : `${identities} persons or companies`} outside the ring ${identities === 1 ? 'is' : 'are'} named by a number only.`,
  outsideLinks: (links: number) =>
    `Left out: ${counted(links, 'link')} from shops of the ring to shops outside it.`,
  bridges: (count: number) =>
    `Left out: ${counted(count, 'proposed join')} with shops outside the ring, which a guard did not accept and nobody has confirmed.`,
  withheldRecords: (count: number) => `Left out: ${counted(count, 'record')} about others.`,
  withheldFields:
    'In the records the consignees of parcels are withheld, and so are accounts, persons and companies that the lead does not show; their hashes are those of the full rows.',
  roles:
    'Roles stand as people stated them: no program worked them out, and nothing here was computed from them.',
  withheldRoles: (count: number) =>
    `Left out for this recipient: ${counted(count, 'statement')} of people about who does what.`,
  missingRecords: (count: number) =>
    `Missing: ${counted(count, 'record')} that the graph cites and that could not be handed over.`,
  omitted: (count: number) =>
    `Left out: ${counted(count, 'thing')} around the ring, or records about its shops, because there were too many to read.`,
  unsupported: (count: number, texts: string) =>
    `Left out: ${counted(count, 'statement')} that no record in the package supports: ${texts}`,
  quarantined: (rows: number, fields: number) =>
    `When the cited files were loaded, ${counted(rows, 'row')} could not be read and ${counted(fields, 'value')} refused. They are not part of the graph.`,
  generic: (names: string) =>
    `So many shops hold the following that they count for nothing as identity: ${names}.`,
  noSupply: 'No factory or place of supply was found on record.',
  supplyWeighed:
    'The probability of a factory is shared among those that records lead to and one that none leads to. What each kind of record counts was learnt on synthetic markets and was not checked on decided cases.',
  supplyUnweighed:
    'No probability was computed for where the goods come from: the counts say how much leads there, not how likely it is.',
  noTestBuy:
    'No test buy from any of these shops is on record: whether the goods are genuine was not tested.',
  someTestBuys: (tested: number, shops: number) =>
    `Test buys are on record for ${tested} of the ${shops} shops.`,
  noCounters:
    'Nothing on record speaks against a claim. This is not a sign that nothing does: only the channels named were compared.',
  emptyTable: (file: string) => `${file} is not in the package: there is nothing on record for it.`,
  formats:
    'The graph is there for several tools: CSV, GEXF, GraphML, FollowTheMoney and ANX. The ANX file was written after public descriptions and was not tested in i2; use the CSV files where it does not open. In the FollowTheMoney file matches that nobody confirmed are candidates (Similar), numbers of identity cards are left out, and nobody has a topic.',
  unstatedSystem: (places: number) =>
    `${counted(places, 'place')} on the map and in places.geojson ${places === 1 ? 'has' : 'have'} coordinates whose reference system the source does not name; they are taken as WGS-84. Coordinates from Chinese maps (GCJ-02, BD-09) would lie some hundred meters beside their place.`,
  unknownSystem: (places: number) =>
    `Left out of places.geojson: ${counted(places, 'place')} with coordinates in a reference system that is not known here.`,
  noLaw:
    'Amounts stand beside configured reference figures and were compared with no legal threshold. Registered rights stand as their rows state them: nobody looked them up at the office. No authority is named as competent.',
  glyphs:
    'Characters that the font of the dossier lacks are printed by their number, as in [U+20BB7]. Exact values are in lead.json and records.ndjson.',
  spreadsheets:
    'In CSV files an apostrophe stands before values that a spreadsheet could run as a formula or cut short as a number, line breaks are spaces, and phone numbers have no leading +.',
}
export type LimitWords = typeof englishLimits
