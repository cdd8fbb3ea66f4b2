/** What the label's cells look like. Darker and warmer costs more privacy; in grey print the order stays. */
export const CELL_COLOURS = {
  light: {
    always: ['#9d1b1b', '#ffffff'],
    'opt-out': ['#f3bab2', '#4d0f0c'],
    'opt-in': ['#c4e0f6', '#0d3557'],
    none: ['#f0f3f6', '#56606d'],
  },
  dark: {
    always: ['#c23b33', '#ffffff'],
    'opt-out': ['#63302c', '#ffd5cf'],
    'opt-in': ['#1c4062', '#d3e8fb'],
    none: ['#1d242d', '#a0abb9'],
  },
} as const

type Scheme = keyof typeof CELL_COLOURS

const cellVariables = (scheme: Scheme): string =>
  Object.entries(CELL_COLOURS[scheme])
    .map(([cell, [back, ink]]) => `--${cell}: ${back}; --${cell}-ink: ${ink};`)
    .join(' ')

/** The whole look of the notice: no file beside it, no font to fetch. */
export const NOTICE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b2330; --soft: #566070; --line: #d8dee6; --tint: #f5f7fa; --accent: #0a569f;
  --good: #17643a; --good-back: #e2f3e8; --warn: #7a4b00; --warn-back: #fcefd6; --bad: #9d1b1b; --bad-back: #fbe6e4;
  ${cellVariables('light')}
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12161c; --ink: #e3e8ef; --soft: #a3aebc; --line: #323b47; --tint: #1a2028; --accent: #8cc2fa;
    --good: #8fdcae; --good-back: #16331f; --warn: #f2c97d; --warn-back: #38290c; --bad: #ffb3aa; --bad-back: #431b18;
    ${cellVariables('dark')}
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: break-word; hanging-punctuation: first;
}
a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: .08em; }
a:hover { text-decoration-thickness: .16em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
code { font: .9em/1.4 ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
pre { margin: 1.25rem 0; padding: .9rem 1.1rem; background: var(--tint); border: 1px solid var(--line); border-radius: 6px; white-space: pre-wrap; }
.skip { position: absolute; left: 1rem; top: -6rem; padding: .6rem 1rem; background: var(--accent); color: var(--paper); z-index: 2; border-radius: 0 0 6px 6px; }
.skip:focus { top: 0; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.page { max-width: 74rem; margin: 0 auto; padding: 0 1.25rem 4rem; }
.masthead { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; justify-content: space-between; align-items: baseline; padding: 1.25rem 0; border-bottom: 1px solid var(--line); }
.masthead p { margin: 0; font-weight: 650; }
.masthead p a { color: inherit; text-decoration: none; }
.masthead p a:hover { text-decoration: underline; }
.masthead ul { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: 0; padding: 0; list-style: none; }
.masthead li a { display: inline-block; padding: .1rem 0; }
.masthead [aria-current] { color: var(--ink); font-weight: 650; text-decoration: none; }
.contents { margin: 2rem 0 0; font-size: .95rem; }
main .contents h2 { margin: 0 0 .5rem; letter-spacing: 0; font-size: .95rem; color: var(--soft); font-weight: 600; }
main .contents ul { margin: 0; padding: 0; list-style: none; }
main .contents li { margin: 0; }
.contents a { display: block; padding: .22rem 0; text-decoration: none; line-height: 1.4; }
.contents a:hover { text-decoration: underline; }

h1 { margin: 2.25rem 0 .25rem; font-size: clamp(1.9rem, 1.4rem + 2.2vw, 2.75rem); line-height: 1.15; letter-spacing: -.015em; text-wrap: balance; }
main h2 { margin: 0 0 1rem; font-size: clamp(1.4rem, 1.2rem + .8vw, 1.75rem); line-height: 1.25; letter-spacing: -.01em; text-wrap: balance; }
main h3 { margin: 0 0 .6rem; font-size: 1.2rem; line-height: 1.35; }
main p, main ul { max-width: 66ch; }
main p, main ul, main dl { margin: 0 0 1rem; }
main ul { padding-inline-start: 1.25rem; }
main li { margin: .3rem 0; }
main .sections > section { margin-top: 3rem; padding-top: 2rem; border-top: 1px solid var(--line); }
main section section { margin-top: 2rem; }
.since { margin: 0 0 1.25rem; color: var(--soft); }
.lead { font-size: 1.2rem; line-height: 1.55; }
.note, .warning { padding: .7rem 1.1rem; background: var(--tint); border-inline-start: 4px solid var(--line); border-radius: 4px; }
.warning { background: var(--warn-back); border-color: var(--warn); }

dl > div { padding: .7rem 0; border-top: 1px solid var(--line); }
dt { color: var(--soft); font-weight: 600; }
dd { margin: 0; }
dd > :last-child { margin-bottom: 0; }
dd p { margin-bottom: .5rem; }
dd ul { margin: 0; padding: 0; list-style-type: ''; }
dd li { margin: 0 0 .4rem; }
dd li:last-child { margin-bottom: 0; }

.mark { display: inline-block; padding: 0 .55em; border-radius: 1em; border: 1px solid var(--line); background: var(--tint); color: var(--soft); font-size: .8em; font-weight: 600; line-height: 1.65; vertical-align: .08em; }
.mark.opt-out { background: var(--opt-out); color: var(--opt-out-ink); border-color: transparent; }
.mark.opt-in { background: var(--opt-in); color: var(--opt-in-ink); border-color: transparent; }
.mark.accept { background: var(--good-back); color: var(--good); border-color: transparent; }
.mark.hinder { background: var(--warn-back); color: var(--warn); border-color: transparent; }
.mark.reject { background: var(--bad-back); color: var(--bad); border-color: transparent; }
h3 .mark { margin-inline-start: .3rem; font-size: .68em; vertical-align: .18em; }

table { width: 100%; margin: 1.25rem 0 1.5rem; border-collapse: collapse; font-size: .94rem; line-height: 1.5; }
caption { padding: 0 0 .5rem; text-align: start; color: var(--soft); font-weight: 600; }
th, td { padding: .65rem .9rem .65rem 0; border-top: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { border-top: 0; color: var(--soft); font-size: .86rem; font-weight: 600; }
tbody th { min-width: 6.5rem; font-weight: 600; }
tbody tr:last-child > * { border-bottom: 1px solid var(--line); }
td .mark { margin-bottom: .15rem; }

.label-box { max-width: 54rem; margin: 1.5rem 0; padding: 1.1rem 1.25rem; border: 2px solid var(--ink); border-radius: 6px; }
.label-box > :last-child { margin-bottom: 0; }
.label-box p { font-size: .94rem; }
.label { margin: 0 0 1rem; border-collapse: separate; border-spacing: 3px; table-layout: fixed; font-size: .88rem; line-height: 1.3; }
.label-box figcaption { margin: 0 0 .6rem; font-size: 1.1rem; font-weight: 700; }
.label th, .label td, .label tbody tr:last-child > * { padding: .4rem .3rem; border: 0; }
.label thead th { color: var(--ink); text-align: center; vertical-align: bottom; font-size: .78rem; overflow-wrap: normal; }
.label thead tr:first-child th:first-child, .label tbody th { text-align: start; }
.label thead tr:first-child th:first-child { width: 23%; }
.label thead tr:first-child th + th { border-bottom: 2px solid var(--line); color: var(--soft); }
.label tbody th { min-width: 0; font-weight: 500; }
.label td, .sign { border-radius: 3px; text-align: center; vertical-align: middle; font-size: .76rem; font-weight: 700; letter-spacing: .02em; }
.sign { display: inline-block; min-width: 2.6em; padding: .05rem .4rem; }
.label .always, .sign.always { background: var(--always); color: var(--always-ink); }
.label .opt-out, .sign.opt-out { background: var(--opt-out); color: var(--opt-out-ink); }
.label .opt-in, .sign.opt-in { background: var(--opt-in); color: var(--opt-in-ink); }
.label .none, .sign.none { background: var(--none); color: var(--none-ink); }
.label-short { display: none; }
.label-short dd li { margin: .25rem 0; }
.legend { padding: 0; list-style-type: ''; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; max-width: none; font-size: .88rem; }

@media (min-width: 40rem) {
  dl > div { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: 1.5rem; }
}
@media (min-width: 40rem) and (max-width: 63.99rem) {
  main .contents ul { max-width: none; columns: 2; column-gap: 2rem; }
  .contents li { break-inside: avoid; }
}
@media (min-width: 64rem) {
  main { display: grid; grid-template-columns: 15rem minmax(0, 1fr); grid-template-rows: auto 1fr; column-gap: 3.5rem; }
  .opening, .sections { grid-column: 2; }
  .contents { grid-area: 1 / 1 / span 2; align-self: start; position: sticky; top: 0; margin: 0; padding: 2.6rem 0 1rem; max-height: 100vh; overflow-y: auto; }
  :has(> #candor-ui #candor-bar) .contents { position: static; max-height: none; }
}
@media (max-width: 47.99rem) {
  table:not(.label), table:not(.label) :is(tbody, tr, th, td, caption) { display: block; }
  table:not(.label) thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table:not(.label) tr { margin: 0 0 .9rem; padding: .8rem 1rem; border: 1px solid var(--line); border-radius: 6px; background: var(--tint); }
  table:not(.label) :is(th, td), table:not(.label) tbody tr:last-child > * { padding: .3rem 0; border: 0; }
  td[data-column]::before { content: attr(data-column); display: block; color: var(--soft); font-size: .86rem; font-weight: 600; }
  .label { display: none; }
  .label-short { display: block; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #333; --line: #bbb; --tint: #f6f6f6; --accent: #000; ${cellVariables('light')} }
  body { font-size: 10.5pt; }
  .skip, .contents, .masthead nav { display: none; }
  .page { max-width: none; padding: 0; }
  main .sections > section { margin-top: 1.5rem; padding-top: 1rem; }
  h1, h2, h3, caption, thead { break-after: avoid; }
  tr, dl > div, .label-box { break-inside: avoid; }
  .label td, .sign, .mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
