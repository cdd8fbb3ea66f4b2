import type { BrowserTreatment, Treatment } from '../browser-treatment.ts'
import type { Context } from '../context.ts'
import { code, type Inlines, LINE_BREAK, mark, paragraph, type Section, section, table } from '../nodes.ts'

const treatmentCell = (treatment: Treatment | undefined): Inlines => {
  if (treatment === undefined) return []
  const { outcome, says, because } = treatment
  const what = mark(outcome === 'unknown' ? 'plain' : outcome, says)
  return because === null ? [what] : [what, LINE_BREAK, because]
}

/** What today's browsers do with each cookie. */
export function browsersSection({ text }: Context, { about, browsers, cookies }: BrowserTreatment): Section {
  return section(
    'browsers',
    [text['browsers.title']],
    [
      ...about.map(words => paragraph(words)),
      table(
        text['browsers.caption'],
        [text['cookies.name'], ...browsers.map(({ name }) => name)],
        cookies.map(({ name, host, treatments }) => [
          [code(name), LINE_BREAK, code(host)],
          ...browsers.map(({ id }) => treatmentCell(treatments[id])),
        ]),
      ),
    ],
  )
}
