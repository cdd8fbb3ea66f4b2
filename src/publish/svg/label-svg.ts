import { type Language, label as messages, notice as noticeMessages, term } from '../../messages/index.ts'
import type { Policy } from '../../model/index.ts'
import { attributes, escapeText } from '../html/escape.ts'
import { cellKey, LABEL_CELLS, type Label, label } from '../label/label.ts'
import { createContext, said } from '../notice/context.ts'
import { enumerateTerms } from '../words/format.ts'
import { type Drawn, EDGE, gap, INNER, LABEL_STYLE, rule, stack, WIDTH } from './frame.ts'
import { drawColumns, drawGroups, drawRow, drawSign } from './grid.ts'
import { breakLines, lineHeight, textLines, textWidth } from './text.ts'

const SMALL = 13.5

const words =
  (text: string, size: number, look?: string) =>
  (y: number): Drawn => {
    const lines = breakLines(text, size, INNER)
    const svg = textLines(lines, { x: EDGE, y: y + size, size, ...(look === undefined ? {} : { class: look }) })
    return { svg, end: y + lines.length * lineHeight(size) + 4 }
  }

/** Sign by sign, in as many lines as they take. */
function drawLegend(all: Label, start: number): Drawn {
  const text = messages[all.language]
  const width = 84
  let x = EDGE
  let y = start
  const items = LABEL_CELLS.map(cell => {
    const says = text[`legend.${cellKey(cell)}`]
    const needs = width + 10 + textWidth(says, SMALL) + 14
    if (x > EDGE && x + needs > EDGE + INNER) {
      x = EDGE
      y += 32
    }
    const sign = drawSign(all, cell, { x, y, width, height: 24 })
    const words = textLines([says], { x: x + width + 10, y: y + 17, size: SMALL })
    x += needs
    return sign + words
  })
  return { svg: items.join('\n'), end: y + 36 }
}

/** What stands under the grid: access, disputes, how to reach the site, where the whole policy is. */
function footOf(policy: Policy, language: Language): readonly string[] {
  const text = messages[language]
  const { site, access, disputes } = policy
  const { email, phone, url } = site.controller
  const types = [...new Set(disputes.map(({ type }) => noticeMessages[language][`disputes.${type}`]))]
  return [
    text.access({ access: term[language][`access.${access.rule}`] }),
    text.disputes({ disputes: types.length === 0 ? text['disputes.none'] : enumerateTerms(types, language) }),
    text.contact({ contact: email ?? phone ?? url ?? site.url }),
    text.policy({ url: site.policyPage }),
  ]
}

/** The label in sentences, for those who do not see the picture. */
function description({ language, rows, columns, notes, unused }: Label): string {
  const text = messages[language]
  const sentences = rows
    .filter(row => row.collected)
    .map(row => {
      const uses = row.cells.flatMap((cell, index) =>
        cell === null ? [] : [`${columns[index]?.name} (${text[`words.${cell}`]})`],
      )
      return `${row.name}: ${uses.length === 0 ? text['words.none'] : uses.join(', ')}.`
    })
  return [...sentences, ...(unused === null ? [] : [unused]), ...notes].join(' ')
}

/** The label as a picture that stands for itself: real text, light and dark, no file beside it. */
export function labelSvg(policy: Policy, language: Language): string {
  const all = label(policy, language)
  const text = messages[language]
  const site = said(
    createContext(policy, language, path => path),
    policy.site.name,
  ).text
  const { svg, end } = stack(EDGE, [
    words(text.title, 28, 'strong'),
    words(site, 18),
    gap(6),
    rule(4),
    gap(6),
    y => drawGroups(all, y),
    y => drawColumns(all, y),
    ...all.rows.map(row => (y: number) => drawRow(all, row, y)),
    gap(12),
    y => drawLegend(all, y),
    ...all.notes.map(note => words(note, SMALL)),
    gap(4),
    rule(1),
    gap(10),
    ...footOf(policy, language).map(line => words(line, SMALL)),
  ])
  const height = Math.round(end + EDGE - 6)
  const box = { class: 'paper', x: 1, y: 1, width: WIDTH - 2, height: height - 2, rx: 8, 'stroke-width': 2 }
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${WIDTH} ${height}`,
    width: WIDTH,
    height,
    role: 'img',
    'aria-labelledby': 'label-title label-text',
    'xml:lang': language,
    lang: language,
  }
  return [
    `<svg${attributes(root)}>`,
    `<title id="label-title">${escapeText(`${text.title}: ${site}`)}</title>`,
    `<desc id="label-text">${escapeText(description(all))}</desc>`,
    `<style>${LABEL_STYLE}</style>`,
    `<rect${attributes(box)}/>`,
    svg,
    '</svg>',
    '',
  ].join('\n')
}
