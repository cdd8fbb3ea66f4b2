import { encodeCompact } from '../../../codec/compact/index.ts'
import { compactPolicyOf } from '../../../compile/index.ts'
import { term } from '../../../messages/index.ts'
import { CHOICE_LETTERS, CHOICES } from '../../../vocabulary/index.ts'
import { termOfToken } from '../../words/token-terms.ts'
import type { Context } from '../context.ts'
import { code, type Inlines, mark, paragraph, type Section, section, strong, table } from '../nodes.ts'

function tokenRow({ language, text }: Context, token: string): readonly Inlines[] {
  const key = termOfToken(token)
  if (key === undefined) return [[code(token)], [], []]
  const choice = CHOICES.find(one => CHOICE_LETTERS[one] === token[3])
  const depends = choice === undefined ? [] : [' ', mark('plain', text[`choice.${choice}`])]
  return [[strong(code(token))], [term[language][key], ...depends], [term[language][`${key}.means`]]]
}

/** What the server sends with the cookies, token by token. */
export function compactSection(context: Context): Section {
  const { policy, text } = context
  const compact = compactPolicyOf(policy)
  if (compact === null) return section('compact', [text['compact.title']], [paragraph(text['compact.none'])])
  const tokens = encodeCompact(compact, policy.p3p.style)
  return section(
    'compact',
    [text['compact.title']],
    [
      paragraph(text[`compact.header.${policy.p3p.header}`]),
      { kind: 'code-block', text: `CP="${tokens}"` },
      table(
        text['compact.caption'],
        [text['compact.token'], text['compact.name'], text['compact.means']],
        tokens.split(' ').map(token => tokenRow(context, token)),
      ),
    ],
  )
}
