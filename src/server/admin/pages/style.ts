/** The whole look of the admin pages: no file beside it, no font to fetch. */
export const ADMIN_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1b2330; --soft: #566070; --line: #d8dee6; --tint: #f5f7fa; --accent: #0a569f; --on-accent: #fff;
  --yes: #17643a; --no: #9d1b1b; --warn: #7a4b00; --warn-back: #fcefd6; --good-back: #e2f3e8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12161c; --ink: #e3e8ef; --soft: #a3aebc; --line: #323b47; --tint: #1a2028; --accent: #8cc2fa; --on-accent: #0d1622;
    --yes: #8fdcae; --no: #ffb3aa; --warn: #f2c97d; --warn-back: #38290c; --good-back: #16331f;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word;
}
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
code { font: .9em/1.4 ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
.skip { position: absolute; left: 1rem; top: -6rem; padding: .6rem 1rem; background: var(--accent); color: var(--on-accent); z-index: 2; border-radius: 0 0 6px 6px; }
.skip:focus { top: 0; }
header, main, footer { width: 100%; max-width: 66rem; margin: 0 auto; padding: 0 1.25rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; padding-block: 1rem; border-bottom: 1px solid var(--line); }
.brand { margin: 0; font-weight: 700; }
.brand span { margin-inline-start: .5em; font-weight: 400; color: var(--soft); }
header nav { flex: 1; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; margin: 0; padding: 0; list-style: none; }
nav a, nav span { display: inline-block; padding: .25rem 0; }
nav [aria-current] { color: var(--ink); font-weight: 650; text-decoration: none; }
main { flex: 1; padding-block: 2rem 3rem; }
footer { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; justify-content: space-between; align-items: baseline; padding-block: 1rem 1.5rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .92rem; }
footer p { margin: 0; }
h1 { margin: 0 0 1.25rem; font-size: clamp(1.6rem, 1.3rem + 1.4vw, 2.1rem); line-height: 1.2; letter-spacing: -.01em; }
h2 { margin: 0 0 .5rem; font-size: 1.25rem; line-height: 1.3; }
section { margin: 0 0 2.75rem; }
p { max-width: 66ch; margin: 0 0 1rem; }
.soft { color: var(--soft); }
.narrow { max-width: 26rem; }
.note, .problem, .done { max-width: 66ch; padding: .75rem 1rem; border-inline-start: 4px solid var(--line); border-radius: 4px; background: var(--tint); }
.problem { border-color: var(--warn); background: var(--warn-back); }
.done { border-color: var(--yes); background: var(--good-back); }
label { display: block; margin: 0 0 .3rem; font-weight: 600; }
input:not([type=hidden]) { width: 100%; min-height: 2.75rem; margin: 0 0 1rem; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft); border-radius: 6px; }
button { min-height: 2.75rem; padding: .5rem 1.25rem; font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 1px solid var(--accent); border-radius: 6px; cursor: pointer; }
button:hover { filter: brightness(1.08); }
button.quiet { min-height: 2.25rem; padding: .25rem .9rem; color: var(--accent); background: transparent; }
button.danger { color: var(--paper); background: var(--no); border-color: var(--no); }
.row { display: grid; gap: 0 1rem; align-items: end; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); max-width: 44rem; }
.row button { margin: 0 0 1rem; justify-self: start; }
.spans { margin: 0 0 1.5rem; }
.numbers { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); margin: 0 0 1.25rem; }
.numbers div { padding: .8rem 1rem; background: var(--tint); border: 1px solid var(--line); border-radius: 8px; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
.numbers dt { color: var(--soft); font-size: .9rem; line-height: 1.35; }
.numbers dd { margin: 0; font-size: 1.7rem; font-weight: 650; line-height: 1.25; font-variant-numeric: tabular-nums; }
figure { margin: 0 0 1rem; display: grid; grid-template-columns: auto 1fr; gap: .35rem .6rem; font-size: .85rem; color: var(--soft); font-variant-numeric: tabular-nums; }
figure .scale { display: flex; flex-direction: column; justify-content: space-between; align-items: flex-end; line-height: 1; }
figure .ends { grid-column: 2; display: flex; justify-content: space-between; }
.bars { width: 100%; height: 11rem; border-block: 1px solid var(--line); overflow: visible; }
.bars rect { fill: var(--accent); }
.bars line { stroke: var(--line); }
.trend { width: 7rem; height: 2rem; overflow: visible; }
.trend polyline { fill: none; stroke: var(--yes); stroke-width: 2; stroke-linejoin: round; }
.trend line { stroke: var(--line); }
.share { display: flex; align-items: center; gap: .6rem; min-width: 9rem; font-variant-numeric: tabular-nums; }
.share svg { flex: 1; height: .7rem; min-width: 4rem; border-radius: 3px; }
.share .granted { fill: var(--yes); }
.share .refused { fill: var(--line); }
details { margin: 0 0 1rem; }
summary { padding: .3rem 0; color: var(--accent); cursor: pointer; }
.scroll { overflow-x: auto; max-height: 24rem; }
table { width: 100%; border-collapse: collapse; font-size: .95rem; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { padding: .55rem 1rem .55rem 0; text-align: start; vertical-align: middle; border-top: 1px solid var(--line); }
thead th { border-top: 0; color: var(--soft); font-size: .86rem; }
tbody tr:last-child > * { border-bottom: 1px solid var(--line); }
.number { text-align: end; font-variant-numeric: tabular-nums; }
ul.plain { margin: 0; padding: 0; list-style: none; }
.granted-word { color: var(--yes); } .refused-word { color: var(--no); }
@media (max-width: 43.99rem) {
  .brand { flex: 0 0 100%; }
  table.cards, table.cards :is(tbody, tr, th, td) { display: block; }
  table.cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.cards tr { margin: 0 0 .9rem; padding: .7rem 1rem; background: var(--tint); border: 1px solid var(--line); border-radius: 8px; }
  table.cards :is(th, td), table.cards tbody tr:last-child > * { padding: .2rem 0; border: 0; text-align: start; }
  table.cards td { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: .75rem; align-items: center; }
  table.cards td:empty { display: none; }
  table.cards td[data-column]::before { content: attr(data-column); color: var(--soft); font-size: .86rem; font-weight: 600; }
  .share { min-width: 0; }
}
@media (prefers-reduced-motion: no-preference) { button { transition: filter .12s; } }
@media print { header nav, header form, .skip, footer, form, button { display: none; } .scroll { max-height: none; } }
`
