import type { View } from './encode.ts'
import type { Model } from './model.ts'

const publicMark = '-public'

/** A model that saw only what buyers see says so. */
export function modelOfView(model: Model, view: View | undefined): Model {
  return view === 'public' ? { ...model, name: `${model.name}${publicMark}` } : model
}

/** What a run saw, by the name of its model: whoever is asked about it later is to be shown no more. */
export function viewOfModel(name: string): View {
  return name.endsWith(publicMark) ? 'public' : 'full'
}
