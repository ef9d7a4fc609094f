import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import { packagePath } from './package-root.ts'

/** Fonts that hold the whole repertoire of simplified Chinese, as whole TrueType files: the web fonts lack a thousand characters of names. */
const fontFiles = {
  regular: import.meta.resolve(
    '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  ),
  bold: import.meta.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf'),
} as const

export async function leadFonts() {
  const [regular, bold] = await Promise.all([
    readFile(fileURLToPath(fontFiles.regular)),
    readFile(fileURLToPath(fontFiles.bold)),
  ])
  return { regular, bold }
}

/** What checks the custody of the files of evidence offline. */
export function custodyVerifier(): Promise<string> {
  return readFile(packagePath('server/leads/verifier/verify-custody.mjs'), 'utf8')
}

/** The offline verifier that goes into every package. */
export function leadVerifier(): Promise<string> {
  return readFile(packagePath('server/leads/verifier/verify.mjs'), 'utf8')
}
