import { type Language, consent as messages } from '../../messages/index.ts'
import type { ConsentAspect } from '../../model/index.ts'
import type { Inlines } from '../notice/nodes.ts'
import { weaveList } from '../words/weave.ts'

/** "who gets the data and how long the data are kept" */
export const aspectsIn = (aspects: readonly ConsentAspect[], language: Language): Inlines =>
  weaveList(
    aspects.map(aspect => [messages[language][`aspect.${aspect}`]]),
    language,
  )
