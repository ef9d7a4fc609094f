import type { GraphEdge, GraphNode } from '../../domain/graph.ts'
import { type NodeKey, partsOf } from '../../domain/keys.ts'
import { type FtmEntity, type FtmValues, ftmEntity, ftmId } from './ftm-entity.ts'
import { type FtmInput, proofOf, schemaOf, textOf } from './ftm-input.ts'
import { ftmName, ftmText } from './ftm-values.ts'

/** Shops, persons, companies, accounts, factories and addresses; what they are reached at is theirs and no thing of its own. */
export function ftmThings(input: FtmInput): FtmEntity[] {
  return input.core.nodes.flatMap((node) => {
    const describe = describers[node.kind]
    if (describe === undefined) return []
    const { rows, proof } = proofOf(input, node.records)
    const { notes = [], ...values } = describe(node, input)
    return ftmEntity(ftmId(node.key), schemaOf(node), {
      name: [ftmName(node.name, node.key)],
      ...values,
      proof,
      notes: [
        ...notes,
        `key: ${node.key}`,
        ...(ftmName(node.name, '') === ftmText(node.name) ? [] : [`name: ${node.name}`]),
        ...(rows.length === 0 ? [] : [`evidence: ${rows.join(' ')}`]),
      ],
    })
  })
}

type Describe = (node: GraphNode, input: FtmInput) => FtmValues

const describers: Readonly<Partial<Record<GraphNode['kind'], Describe>>> = {
  Shop: shop,
  Identity: identity,
  PaymentAccount: account,
  Factory: factory,
  Origin: address,
  Place: address,
}

function shop(node: GraphNode, input: FtmInput): FtmValues {
  const { key, name, lives } = node
  const isStranger = key.startsWith('shop:outside/')
  const [platform, ...id] = isStranger ? [] : partsOf(key as NodeKey)
  const owners = edgesFrom(key, 'REGISTERED_TO', input).map(({ to }) => ftmId(to))
  const contacts = contactsOf(key, input)
  return {
    username: [ftmName(isStranger ? name : id.join('/'), key)],
    service: [platform],
    owner: owners,
    ...contacts,
    notes: [
      ...lives.map(
        ({ from, to }) => `opened ${from ?? 'unknown'}${to === undefined ? '' : `, closed ${to}`}`,
      ),
      ...contacts.notes,
    ],
  }
}

function identity(node: GraphNode, input: FtmInput): FtmValues {
  const { properties } = node
  const isPerson = schemaOf(node) === 'Person'
  const number = textOf(properties.idNumber)
  const isUscc = textOf(properties.idScheme) === 'uscc'
  const country = textOf(properties.country)?.toLowerCase()
  return {
    ...(isPerson ? { country: [country] } : { jurisdiction: [country] }),
    ...(!isPerson && isUscc && { uscCode: [number] }),
    // The number of a person's card is no registration, and is not for this file's many readers.
    ...(!isPerson && { registrationNumber: [number] }),
    ...contactsOf(node.key, input),
    ...addressesOf(node.key, input),
  }
}

function account(node: GraphNode, input: FtmInput): FtmValues {
  const { key, properties } = node
  const number = partsOf(key as NodeKey).at(-1)
  const scheme = textOf(properties.scheme)
  const holder = textOf(properties.holder)
  // Half a number fits many accounts: it is no number to match by.
  const isMasked = properties.masked === true
  const notes = [
    ...(holder === undefined ? [] : [`holder as stated: ${holder}`]),
    ...(isMasked ? [`number, partly hidden: ${number}`] : []),
  ]
  const whole = isMasked || key.startsWith('account:withheld/') ? [] : [number]
  if (schemaOf(node) === 'BankAccount') {
    return { accountNumber: whole, accountType: [scheme], notes }
  }
  const [owner] = holdersOf(key, input)
  return { accountId: whole, currency: [scheme], holder: [owner && ftmId(owner)], notes }
}

function factory(node: GraphNode, input: FtmInput): FtmValues {
  const { properties } = node
  const products = textOf(properties.products)
  return {
    registrationNumber: [textOf(properties.registrationNumber)],
    country: [textOf(properties.country)?.toLowerCase()],
    ...contactsOf(node.key, input),
    ...addressesOf(node.key, input),
    notes: products === undefined ? [] : [`makes: ${products}`],
  }
}

function address({ name, properties }: GraphNode): FtmValues {
  return { full: [textOf(properties.address) ?? name], region: [textOf(properties.region)] }
}

/** Who holds an account, as far as records say. */
export function holdersOf(account: string, { core }: FtmInput): string[] {
  return core.edges
    .filter(({ type, to }) => type === 'HOLDS' && to === account)
    .map(({ from }) => from)
}

const contactProperties: Readonly<Record<string, string>> = {
  phone: 'phone',
  email: 'email',
  ip: 'ipAddress',
}

/** Numbers and addresses that the model has a property for, each kind of contact by its canonical form; all others as remarks. */
function contactsOf(key: string, input: FtmInput) {
  const isAccount = key.startsWith('shop:')
  const found = edgesFrom(key, 'REACHED_AT', input).flatMap((edge) => {
    const contact = input.nodes.get(edge.to)
    return contact === undefined ? [] : [{ edge, contact }]
  })
  const said: Record<string, string[]> = {}
  const notes = found.map(({ edge, contact }) => {
    const kind = textOf(contact.properties.contactKind) ?? 'contact'
    const value = textOf(contact.properties.value) ?? partsOf(edge.to as NodeKey).at(-1) ?? ''
    const property = contactProperties[kind]
    if (property !== undefined && (isAccount || property !== 'ipAddress')) {
      said[property] = [...(said[property] ?? []), value]
    }
    const { rows } = proofOf(input, edge.records)
    return `${kind}: ${contact.name}${rows.length === 0 ? '' : ` (evidence: ${rows.join(' ')})`}`
  })
  return { ...said, notes }
}

function addressesOf(key: string, input: FtmInput): FtmValues {
  const places = edgesFrom(key, 'AT', input).map(({ to }) => to)
  return {
    address: places.map((place) => input.nodes.get(place)?.name),
    addressEntity: places.map((place) => ftmId(place)),
  }
}

function edgesFrom(key: string, type: GraphEdge['type'], { core }: FtmInput): GraphEdge[] {
  return core.edges.filter((edge) => edge.from === key && edge.type === type)
}
