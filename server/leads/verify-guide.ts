import { keyInUse, type Signer } from './formats/signature.ts'
import type { DossierWords } from './words/en-dossier.ts'

/** How a recipient checks the package without asking whoever made it: the dossier's own words, and the commands to type. */
export function verifyGuide(id: string, words: DossierWords, signer: Signer | undefined): string {
  const expected = signer === undefined ? '' : ` --key ${keyInUse(signer.history).fingerprint}`
  return `# ${words.verify.replace(/^\d+\s+/, '')}

${[...verifyTexts(words, signer), words.verifyStamp(id)].join('\n\n')}

\`\`\`
sha256sum ${id}.zip
unzip ${id}.zip
node ${id}/data/verify.mjs ${id}.zip${expected}
node ${id}/data/verify.mjs ${id}${expected}
openssl ts -verify -data ${id}/tagmanifest-sha512.txt -in ${id}.tsr -CAfile AUTHORITY.pem
\`\`\`
`
}

/** What can be checked, with what, and what has to come over another way. */
export function verifyTexts(words: DossierWords, signer: Signer | undefined): readonly string[] {
  const trust =
    signer === undefined
      ? words.verifyUnsigned
      : words.verifySigned(keyInUse(signer.history).fingerprint)
  return [...words.verifyText, trust]
}
