/** The id of the search field, so that keys and empty pages can put the cursor there. */
export const searchFieldId = 'search'

export function focusSearch(): void {
  const field = document.getElementById(searchFieldId)
  if (field instanceof HTMLInputElement) {
    field.focus()
    field.select()
  }
}
