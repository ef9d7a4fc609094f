import {
  EvidenceAnswer,
  EvidenceItemAnswer,
  EvidenceQuery,
  ExportAnswer,
  ExportBody,
  FileHash,
  ReceiptAnswer,
  ReceiptBody,
} from './evidence.ts'
import { get, nothing, post, type Route } from './route.ts'

/** Addresses of files of evidence; the files themselves pass by `/api/evidence/receipts/:id/file` and `/api/evidence/exports/:id`. */
export const evidenceRoutes = {
  evidence: get('/api/evidence', 'Files of evidence about a thing, or about a ring and its shops', {
    params: nothing,
    query: EvidenceQuery,
    answer: EvidenceAnswer,
    problems: ['ring-unknown', 'run-missing'],
  }),
  openReceipt: post('/api/evidence', 'Says how a file was collected that will be sent', {
    body: ReceiptBody,
    answer: ReceiptAnswer,
    problems: ['evidence-refused', 'origin-refused'],
  }),
  evidenceItem: get('/api/evidence/:id', 'One file of evidence with its custody', {
    params: FileHash,
    query: nothing,
    answer: EvidenceItemAnswer,
    problems: ['evidence-unknown'],
  }),
  exportEvidence: {
    method: 'post' as const,
    path: '/api/evidence/:id/exports',
    summary: 'Says who takes a copy of a file and why, before it is fetched',
    params: FileHash,
    query: nothing,
    body: ExportBody,
    answer: ExportAnswer,
    problems: ['evidence-unknown', 'evidence-refused', 'origin-refused'] as const,
  },
} satisfies Record<string, Route>
