import { type Duration, durationSeconds } from '../../../model/index.ts'
import { label } from '../../label/label.ts'
import { formatDuration } from '../../words/format.ts'
import { weave, weaveList } from '../../words/weave.ts'
import type { Context } from '../context.ts'
import { type Inlines, list, paragraph, type Section, section } from '../nodes.ts'
import { dependingOnChoice, recipientName } from '../uses.ts'
import { practiceLink } from './practices.ts'

function collected(context: Context): readonly Inlines[] {
  const { policy, text, language } = context
  const { practices } = policy
  if (practices.length === 0) return [[text['practices.none']]]
  const names = (some: typeof practices) =>
    weaveList(
      some.map(practice => practiceLink(context, practice)),
      language,
    )
  const mandatory = practices.filter(practice => practice.mandatory)
  return [
    weave({ names: names(practices) }, places => text['glance.practices']({ count: practices.length, ...places })),
    ...(mandatory.length === 0 ? [] : [weave({ names: names(mandatory) }, text['glance.mandatory'])]),
  ]
}

function received(context: Context): Inlines {
  const { policy, text, language } = context
  const others = policy.practices.flatMap(({ recipients }) => recipients.filter(({ id }) => id !== 'ours'))
  if (others.length === 0) return [text['glance.ours']]
  const distinct = new Map(others.map(other => [JSON.stringify([other.id, other.text]), recipientName(context, other)]))
  const recipients = weaveList([...distinct.values()], language)
  return weave({ recipients }, text['glance.recipients'])
}

function chosen(context: Context): readonly Inlines[] {
  const { policy, text, language } = context
  const sentences = (['opt-in', 'opt-out'] as const).flatMap(choice => {
    const names = dependingOnChoice(context, policy.practices, choice)
    return names.length === 0 ? [] : [weave({ uses: weaveList(names, language) }, text[`glance.${choice}`])]
  })
  return sentences.length === 0 ? [[text['glance.no-choice']]] : sentences
}

function stored({ policy, text, language }: Context): string {
  const count = policy.cookies.length
  if (count === 0) return text['glance.no-cookies']
  const lasting = policy.cookies.map(({ lifetime }) => lifetime).filter((life): life is Duration => life !== 'session')
  const [longest] = lasting.sort((a, b) => durationSeconds(b) - durationSeconds(a))
  if (longest === undefined) return text['glance.cookies.session']({ count })
  return text['glance.cookies']({ count, period: formatDuration(longest, language) })
}

/** The whole policy in a few sentences, and its label. */
export function glanceSection(context: Context): Section {
  const { policy, text, language } = context
  return section(
    'glance',
    [text['glance.title']],
    [
      list([
        ...collected(context),
        received(context),
        ...chosen(context),
        [stored(context)],
        [text[`access.${policy.access.rule}`]],
      ]),
      paragraph(text['glance.label']),
      { kind: 'label', label: label(policy, language) },
    ],
  )
}
