import { term } from '../../../messages/index.ts'
import { type LevelReport, type MendedPlace, mendedPlaces, REPAIR_CHANGES, type Repair } from '../../../model/index.ts'
import { capitalize, enumerate } from '../../words/format.ts'
import { termOfToken } from '../../words/token-terms.ts'
import type { Context } from '../context.ts'
import { levelName } from '../level-name.ts'
import { type Inlines, list, paragraph, type Section, section } from '../nodes.ts'

/** A level by its name; with the party, and the lifetime, where only some of its cookies are accepted then. */
function placeName(context: Context, { level, party, lifetime }: MendedPlace): string {
  const { text } = context
  const name = levelName(context, level)
  if (party === null) return name
  const whose = text[`verdicts.${party}`]
  const which =
    lifetime === null ? whose : text['verdicts.column']({ lifetime: text[`verdicts.${lifetime}`], party: whose })
  return text['mend.cell']({ level: name, which })
}

function termName({ text, language }: Context, token: string): string {
  const key = termOfToken(token)
  return key === undefined ? token : text['mend.term']({ name: term[language][key], token })
}

/** One set of changes, and where the cookies are then accepted. */
function repairItem(context: Context, { change, mends }: Repair, levels: LevelReport['levels']): Inlines {
  const { text, language } = context
  const changes = REPAIR_CHANGES.flatMap(how => {
    const names = Object.keys(change).flatMap(token => (change[token] === how ? [termName(context, token)] : []))
    return names.length === 0 ? [] : [text[`mend.${how}`]({ what: enumerate(names, language) })]
  })
  const places = mendedPlaces(levels, mends).map(place => placeName(context, place))
  return [
    text['mend.item']({
      changes: capitalize(enumerate(changes, language), language),
      where: enumerate(places, language),
    }),
  ]
}

/** What would turn refusals into acceptance. */
export function mendSection(context: Context, { repairs, levels }: LevelReport): Section {
  const { text } = context
  const items = repairs.map(repair => repairItem(context, repair, levels))
  return section('mend', [text['mend.title']], [paragraph(text['mend.intro']), list(items)])
}
