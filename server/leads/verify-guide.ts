import type { DossierWords } from './words/en-dossier.ts'

/** How a recipient checks the package without asking whoever made it: the dossier's own words, and the commands to type. */
export function verifyGuide(id: string, { verify, verifyText }: DossierWords): string {
  return `# ${verify.replace(/^\d+\s+/, '')}

${verifyText.join('\n\n')}

\`\`\`
sha256sum ${id}.zip
unzip ${id}.zip
node ${id}/data/verify.mjs ${id}.zip
node ${id}/data/verify.mjs ${id}
\`\`\`
`
}
