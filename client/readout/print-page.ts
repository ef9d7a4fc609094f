/** The browser's own dialog; what is printed is made ready when it asks (see print-sheet.tsx). */
export function printPage(): void {
  // The menu that this was chosen from is gone by then.
  setTimeout(() => window.print(), 0)
}
