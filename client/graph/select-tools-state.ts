import { create } from 'zustand'

export const tools = ['select', 'hand', 'rectangle', 'lasso'] as const
export type Tool = (typeof tools)[number]

interface ToolState {
  /** What a drag on the canvas does; stays until another tool is taken. */
  readonly tool: Tool
  /** Space is held over the canvas: a hand for as long. */
  readonly spaceHeld: boolean
}

export const useTools = create<ToolState>()(() => ({ tool: 'select', spaceHeld: false }))

export function setTool(tool: Tool): void {
  useTools.setState({ tool })
}

/** Back to the plain pointer; answers whether another tool was in hand. */
export function putToolAway(): boolean {
  if (useTools.getState().tool === 'select') return false
  setTool('select')
  return true
}

/** The tool in hand, which a held space bar turns into the hand. */
export function toolInHand({ tool, spaceHeld }: ToolState): Tool {
  return spaceHeld ? 'hand' : tool
}
