/** Whether this browser gives a page WebGL at all; asked once, and the context is given back. */
export function hasWebgl(): boolean {
  known ??= ask()
  return known
}

let known: boolean | undefined

function ask(): boolean {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}
