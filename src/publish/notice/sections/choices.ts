import { choiceCookieName, isEncrypted } from '../../../codec/choice/index.ts'
import { CHOICES_PAGE } from '../../../model/index.ts'
import { gpcStatement } from '../../files/gpc.ts'
import { weave } from '../../words/weave.ts'
import { type Context, choiceMark, choicesPage } from '../context.ts'
import { type Block, type Inlines, paragraph, type Section, section, table } from '../nodes.ts'
import { dependingOnChoice } from '../uses.ts'
import { practiceLink } from './practices.ts'

function rowsOf(context: Context): readonly (readonly Inlines[])[] {
  return context.policy.practices.flatMap(practice =>
    (['opt-in', 'opt-out'] as const).flatMap(choice =>
      dependingOnChoice(context, [practice], choice).map(name => [
        name,
        practiceLink(context, practice),
        [choiceMark(context, choice)],
      ]),
    ),
  )
}

/** Where they are kept, if it is Candor that asks. */
function keptIn({ policy, text }: Context): readonly Block[] {
  const { choicesPage, url } = policy.site
  if (choicesPage === null || new URL(choicesPage, url).pathname !== CHOICES_PAGE) return []
  const cookie = { kind: 'code', text: choiceCookieName(isEncrypted(url)) } as const
  return [paragraph(...weave({ cookie: [cookie] }, text['choices.kept']))]
}

/** What depends on the visitor, and where to say so. */
export function choicesSection(context: Context): Section {
  const { text, policy } = context
  const rows = rowsOf(context)
  const page = choicesPage(context)
  const where: readonly Block[] = page.length === 0 ? [] : [paragraph(...weave({ page }, text['choices.where']))]
  const what: readonly Block[] =
    rows.length === 0
      ? [paragraph(text['choices.none'])]
      : [table(text['choices.caption'], [text['choices.use'], text['practice.group'], text['choices.how']], rows)]
  return section(
    'choices',
    [text['choices.title']],
    [
      ...what,
      ...where,
      ...keptIn(context),
      paragraph(text[gpcStatement(policy).gpc ? 'choices.gpc' : 'choices.gpc.not']),
    ],
  )
}
