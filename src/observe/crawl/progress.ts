import type { Engine, State } from '../../model/index.ts'
import type { ChoiceFailure } from '../choosing/choose.ts'

/** What is going on, for whoever waits. */
export type Progress =
  | { readonly kind: 'scout'; readonly url: string }
  | { readonly kind: 'state'; readonly engine: Engine; readonly state: State }
  | { readonly kind: 'choice'; readonly engine: Engine; readonly state: State; readonly failure: ChoiceFailure | null }
  | {
      readonly kind: 'page'
      readonly engine: Engine
      readonly state: State
      readonly page: string
      /** How many of this state are done, this one included, and how many there will be as far as is known. */
      readonly done: number
      readonly all: number
    }
  | { readonly kind: 'end'; readonly engine: Engine; readonly state: State; readonly seen: boolean }
