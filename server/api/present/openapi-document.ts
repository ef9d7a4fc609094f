import { z } from 'zod'

import { HoldsTableQuery } from '../../contract/desk.ts'
import { EvidenceItemAnswer } from '../../contract/evidence.ts'
import { everyRoute } from '../../contract/outlook-routes.ts'
import { Problem, type ProblemCode } from '../../contract/problem.ts'
import { otherAddresses, type Route } from '../../contract/routes.ts'
import { QuarantineTableQuery, Upload } from '../../contract/uploads.ts'
import { catalogue } from '../problem.ts'

type JsonSchema = Readonly<Record<string, unknown>>

/** Problems that every route can answer. */
const everywhere: readonly ProblemCode[] = [
  'request-invalid',
  'origin-refused',
  'store-unreachable',
  'internal',
]

/** The API as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1), made from the table of routes and nothing else. */
export function describeApi(version: string) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, route] of Object.entries<Route>(everyRoute)) {
    const path = template(route.path)
    paths[path] = { ...paths[path], [route.method]: operation(name, route) }
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Revenant', version, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    paths: { ...paths, ...otherPaths },
    components: { schemas: { Problem: schemaOf(Problem) } },
  }
}

function operation(name: string, route: Route) {
  const hasBody = Object.keys(route.body.shape).length > 0
  return {
    operationId: name,
    summary: route.summary,
    parameters: [...parameters('path', route.params), ...parameters('query', route.query)],
    ...(hasBody && {
      requestBody: { required: true, content: json(schemaOf(route.body, 'input')) },
    }),
    responses: {
      200: { description: route.summary, content: json(schemaOf(route.answer)) },
      ...problemResponses([...route.problems, ...everywhere]),
    },
  }
}

function parameters(place: 'path' | 'query', shape: z.ZodObject) {
  return Object.entries(shape.shape).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || !z.safeParse(schema, undefined).success,
    schema: schemaOf(schema as z.ZodType),
  }))
}

/** One response for each status, naming the codes that come under it. */
function problemResponses(codes: readonly ProblemCode[]) {
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of new Set(codes)) {
    const { status } = catalogue[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  const responses = [...byStatus].map(([status, named]) => [
    String(status),
    {
      description: named.map((code) => `\`${code}\`: ${catalogue[code].title}`).join('; '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ])
  return Object.fromEntries(responses)
}

const idParameter = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }

const otherPaths = {
  [template(otherAddresses.jobEvents)]: {
    get: {
      operationId: 'jobEvents',
      summary: 'Progress of a job as server-sent events, each the whole job; takes Last-Event-ID',
      parameters: [idParameter],
      responses: {
        200: { description: 'Events until the job ends', content: { 'text/event-stream': {} } },
        ...problemResponses(['job-unknown', ...everywhere]),
      },
    },
  },
  [template(otherAddresses.uploadFile)]: {
    put: {
      operationId: 'uploadFile',
      summary: 'Sends one file of an upload as it is',
      parameters: [
        idParameter,
        { name: 'place', in: 'path', required: true, schema: { type: 'integer', minimum: 0 } },
      ],
      requestBody: { required: true, content: { 'application/octet-stream': {} } },
      responses: {
        200: { description: 'The upload as it then stands', content: json(schemaOf(Upload)) },
        ...problemResponses(['upload-unknown', 'upload-refused', ...everywhere]),
      },
    },
  },
  [template(otherAddresses.evidenceFile)]: {
    put: {
      operationId: 'evidenceFile',
      summary: 'Sends a file of evidence as it is, once it was said how it was collected',
      parameters: [idParameter],
      requestBody: { required: true, content: { 'application/octet-stream': {} } },
      responses: {
        200: {
          description: 'The file as it is now kept',
          content: json(schemaOf(EvidenceItemAnswer)),
        },
        ...problemResponses(['evidence-unknown', 'evidence-refused', ...everywhere]),
      },
    },
  },
  [template(otherAddresses.evidenceCopy)]: {
    get: {
      operationId: 'evidenceCopy',
      summary: 'A copy of a file of evidence that was asked for, once',
      parameters: [idParameter],
      responses: {
        200: { description: 'The file', content: { 'application/octet-stream': {} } },
        ...problemResponses(['evidence-unknown', ...everywhere]),
      },
    },
  },
  [otherAddresses.quarantineTable]: {
    get: {
      operationId: 'quarantineTable',
      summary:
        'Every row that could not be loaded as a table, of one dataset or file where it is named',
      parameters: parameters('query', QuarantineTableQuery),
      responses: {
        200: { description: 'A CSV file', content: { 'text/csv': {} } },
        ...problemResponses(everywhere),
      },
    },
  },
  [template(otherAddresses.leadPackage)]: {
    get: {
      operationId: 'leadPackage',
      summary: 'The sealed package of a lead',
      parameters: [idParameter],
      responses: {
        200: { description: 'A ZIP file', content: { 'application/zip': {} } },
        ...problemResponses(['lead-unknown', ...everywhere]),
      },
    },
  },
  [template(otherAddresses.leadStamp)]: {
    get: {
      operationId: 'leadStamp',
      summary: 'The time stamp of a sealed package as its authority sent it',
      parameters: [idParameter],
      responses: {
        200: {
          description: 'A reply of RFC 3161',
          content: { 'application/timestamp-reply': {} },
        },
        ...problemResponses(['lead-unknown', ...everywhere]),
      },
    },
  },
  [otherAddresses.holdsTable]: {
    get: {
      operationId: 'holdsTable',
      summary: 'Shops on hold, today or on a day, as a table for those who take shops down',
      parameters: parameters('query', HoldsTableQuery),
      responses: {
        200: { description: 'A CSV file', content: { 'text/csv': {} } },
        ...problemResponses(everywhere),
      },
    },
  },
  [otherAddresses.openapi]: {
    get: {
      operationId: 'openapi',
      summary: 'This description',
      responses: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': {} } } },
    },
  },
}

function template(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}')
}

function json(schema: JsonSchema) {
  return { 'application/json': { schema } }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output' = 'output'): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io })
  return rest
}
