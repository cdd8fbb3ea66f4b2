import { type Language, verdict } from '../messages/index.ts'
import type { LevelAction } from '../model/index.ts'
import { escapeText } from '../publish/index.ts'
import { type Digest, type LevelShares, type Share, STUDY_2010 } from './digest.ts'
import { SITE_LIMIT } from './sites.ts'
import { type SurveyWords, surveyWords } from './words.ts'

const STYLE = `
:root{color-scheme:light dark;--ground:#fbfaf7;--ink:#1d232b;--soft:#55606d;--line:#d9d6cd;--bar:#2f7d75;--study:#b58a3c;--accept:#2f7d57;--flag:#7d9c3a;--downgrade:#c99a2e;--leash:#b8762f;--prompt:#8a6bb0;--reject:#b5434d}
@media (prefers-color-scheme:dark){:root{--ground:#14181c;--ink:#e8e6e1;--soft:#a9b1ba;--line:#38414a;--bar:#5fb3a9;--study:#d9b266;--accept:#5cb885;--flag:#b0cc6a;--downgrade:#e0bb5c;--leash:#dd9d5a;--prompt:#b89adb;--reject:#e07a83}}
body{font:100%/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem 1.25rem 4rem;background:var(--ground);color:var(--ink)}
h1{line-height:1.2}h2{margin-top:2.5rem;font-size:1.2rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid var(--line);vertical-align:middle}
td.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}th.n{text-align:right}
code{font:.9rem ui-monospace,monospace;overflow-wrap:anywhere}.soft{color:var(--soft);font-size:.92rem}
svg{display:block;width:100%;min-width:8rem;height:1.1rem}rect.bar{fill:var(--bar)}rect.study{fill:var(--study)}
${(['accept', 'flag', 'downgrade', 'leash', 'prompt', 'reject'] as const).map(action => `rect.${action},i.${action}{fill:var(--${action});background:var(--${action})}`).join('')}
i{display:inline-block;width:.8rem;height:.8rem;margin-right:.35rem}.legend span{margin-right:1rem;white-space:nowrap}
.skip{position:absolute;left:-99rem}`

/** A bar as wide as the share; the figure beside it says the same. */
const bar = (share: number, kind = 'bar'): string =>
  `<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="${kind}" width="${(share * 100).toFixed(2)}" height="10"/></svg>`

function stacked(actions: LevelShares['actions']): string {
  let from = 0
  const parts = actions.map(({ action, share }) => {
    const part = `<rect class="${action}" x="${(from * 100).toFixed(2)}" width="${(share * 100).toFixed(2)}" height="10"/>`
    from += share
    return part
  })
  return `<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${parts.join('')}</svg>`
}

const table = (title: string, head: readonly string[], rows: readonly string[]): string =>
  `<h2>${title}</h2>\n<div class="scroll" role="region" aria-label="${title}" tabindex="0"><table><thead><tr>${head.join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table></div>`

const th = (text: string, kind = ''): string =>
  `<th scope="col"${kind}>${text === '' ? '<span aria-hidden="true"></span>' : text}</th>`
const NUMERIC = ' class="n"'

const CLASS_ROWS = ['any', 'invalid', 'missing', 'conflicting'] as const

function errorTable({ errors, sites }: Digest, words: SurveyWords): string {
  const { text, number, percent, count } = words
  const cells = (share: Share) => `<td class="n">${count(share)}</td><td class="n">${percent(share.share)}</td>`
  const studyShare = STUDY_2010.withErrors / STUDY_2010.sites
  const rows = CLASS_ROWS.map(name => {
    const ours = [errors[name], ...(sites === null ? [] : [sites.errors[name]])]
    const study =
      name === 'any'
        ? `<td class="n">${number(STUDY_2010.withErrors)}</td><td class="n">${percent(studyShare)}</td>`
        : `<td class="n soft" colspan="2">${text['study.unknown']}</td>`
    const bars = bar(errors[name].share) + (name === 'any' ? bar(studyShare, 'study') : '')
    return `<tr><th scope="row">${text[`class.${name}`]}</th>${ours.map(cells).join('')}${study}<td>${bars}</td></tr>`
  })
  const head = [
    th(''),
    th(text['here.policies'], ' class="n" colspan="2"'),
    ...(sites === null ? [] : [th(text['here.sites'], ' class="n" colspan="2"')]),
    th(text.study, ' class="n" colspan="2"'),
    th(''),
  ]
  return `${table(text.errors, head, rows)}\n<p class="soft">${text['study-note']}</p>`
}

function levelTable({ levels }: Digest, language: Language, { text, percent }: SurveyWords): string {
  const words = verdict[language]
  const name = ({ level, party, lifetime }: LevelShares) =>
    `${words[`level.${level}` as 'level.low']} · ${words[`party.${party}`]} · ${words[`lifetime.${lifetime}`]}`
  const told = ({ actions }: LevelShares) =>
    actions.map(({ action, share }) => `${words[`action.${action}`]} ${percent(share)}`).join(', ')
  const rows = levels.map(
    row =>
      `<tr><th scope="row">${name(row)}</th><td>${stacked(row.actions)}<span class="soft">${told(row)}</span></td></tr>`,
  )
  const used = [...new Set(levels.flatMap(({ actions }) => actions.map(({ action }): LevelAction => action)))]
  const legend = used.map(action => `<span><i class="${action}"></i>${words[`action.${action}`]}</span>`).join('')
  return `${table(text.levels, [th(text.level), th(text.share)], rows)}\n<p class="legend" aria-hidden="true">${legend}</p>`
}

function lackingTable({ lacking }: Digest, { text, number, percent }: SurveyWords): string {
  const rows = lacking.map(
    ({ group, count, share }) =>
      `<tr><th scope="row">${text[`group.${group}` as 'group.access']}</th><td class="n">${number(count)}</td><td class="n">${percent(share)}</td><td>${bar(share)}</td></tr>`,
  )
  return table(text.lacking, [th(''), th(text.count, NUMERIC), th(text.share, NUMERIC), th('')], rows)
}

function valueTable({ values }: Digest, { text, number, percent }: SurveyWords): string {
  const rows = values.top.map(
    ({ value, count, share }) =>
      `<tr><td><code>${escapeText(value)}</code></td><td class="n">${number(count)}</td><td class="n">${percent(share)}</td></tr>`,
  )
  const different = text.different({
    count: values.different.count,
    estimated: values.different.estimated ? 'yes' : 'no',
  })
  return `${table(text.values, [th(text.value), th(text.count, NUMERIC), th(text.share, NUMERIC)], rows)}\n<p class="soft">${different}</p>`
}

/** The digest as a page that needs nothing else: charts are drawings, and every figure of theirs stands beside them. */
export function writeSurveyHtml(digest: Digest, language: Language): string {
  const words = surveyWords(language)
  const { text } = words
  const counted = text.counted({ records: digest.records, headers: digest.headers, policies: digest.policies })
  const sites = digest.sites === null ? '' : `<p>${words.count(digest.sites.all)} ${text['sites.all']}</p>`
  const unreadable = digest.unreadable === 0 ? '' : `<p>${text.unreadable({ count: digest.unreadable })}</p>`
  const estimated =
    digest.sites?.all.estimated === true ? `<p class="soft">${text['estimated-note']({ limit: SITE_LIMIT })}</p>` : ''
  const tables =
    digest.headers === 0
      ? `<p>${text.none}</p>`
      : [
          errorTable(digest, words),
          lackingTable(digest, words),
          levelTable(digest, language, words),
          valueTable(digest, words),
        ].join('\n')
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${text.title}</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${text.title}</h1>
<p>${counted}</p>
${sites}${unreadable}
${tables}
${estimated}
</main>
</body>
</html>
`
}
