import { enumerate } from '../../words/format.ts'
import { type Context, linkTo, saidParagraphs } from '../context.ts'
import { type Fact, facts, paragraph, type Section, section } from '../nodes.ts'

/** To whom a visitor can turn, and what follows. */
export function disputesSection(context: Context): Section {
  const { text, policy, language } = context
  const { disputes } = policy
  if (disputes.length === 0) return section('disputes', [text['disputes.title']], [paragraph(text['disputes.none'])])
  const ways = disputes.map((dispute): Fact => {
    const remedies = dispute.remedies.map(id => text[`remedy.${id}`])
    return {
      name: [text[`disputes.${dispute.type}`]],
      blocks: [
        ...(dispute.description === null ? [] : saidParagraphs(context, dispute.description)),
        paragraph(...linkTo(dispute.service, dispute.service)),
        ...(remedies.length === 0
          ? []
          : [paragraph(text['disputes.remedies']({ remedies: enumerate(remedies, language) }))]),
      ],
    }
  })
  return section('disputes', [text['disputes.title']], [paragraph(text['disputes.intro']), facts(ways)])
}
