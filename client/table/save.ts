/** Puts text on the clipboard; answers whether it got there. */
export async function copyText(text: string): Promise<boolean> {
  // Browsers give the clipboard to pages of this machine and of https alone; elsewhere the old way still works.
  if (navigator.clipboard === undefined) return copyOldWay(text)
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyOldWay(text)
  }
}

/** Hands a text to the browser to keep as a file. */
export function saveText(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads it after this call has ended.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

function copyOldWay(text: string): boolean {
  const before = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'visually-hidden'
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus()
  return done
}
