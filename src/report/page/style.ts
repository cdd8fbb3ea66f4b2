/** The whole look of the report: no file beside it, no font to fetch. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b2330; --soft: #566070; --line: #d8dee6; --tint: #f5f7fa; --accent: #0a569f;
  --good: #17643a; --good-back: #e2f3e8; --warn: #7a4b00; --warn-back: #fcefd6; --bad: #9d1b1b; --bad-back: #fbe6e4; --note: #0d3557; --note-back: #e3f0fa; }
@media (prefers-color-scheme: dark) { :root { --paper: #12161c; --ink: #e3e8ef; --soft: #a3aebc; --line: #323b47; --tint: #1a2028; --accent: #8cc2fa;
  --good: #8fdcae; --good-back: #16331f; --warn: #f2c97d; --warn-back: #38290c; --bad: #ffb3aa; --bad-back: #431b18; --note: #d3e8fb; --note-back: #1c3148; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word;
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif; }
main { max-width: 74rem; margin: 0 auto; padding: 0 1.25rem 4rem; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
code { font: .9em/1.4 ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
.skip { position: absolute; left: 1rem; top: -6rem; padding: .6rem 1rem; background: var(--accent); color: var(--paper); z-index: 2; border-radius: 0 0 6px 6px; }
.skip:focus { top: 0; }
h1 { margin: 2.25rem 0 .25rem; font-size: clamp(1.7rem, 1.3rem + 2vw, 2.5rem); line-height: 1.15; letter-spacing: -.015em; overflow-wrap: anywhere; text-wrap: balance; }
h2 { margin: 3rem 0 .75rem; padding-top: 1.75rem; border-top: 1px solid var(--line); font-size: clamp(1.35rem, 1.2rem + .8vw, 1.7rem); line-height: 1.25; }
h3 { margin: 1.75rem 0 .6rem; font-size: 1.15rem; line-height: 1.35; }
h3::first-letter, summary::first-letter { text-transform: uppercase; }
h4 { margin: 0 0 .25rem; font-size: 1rem; overflow-wrap: anywhere; }
p { max-width: 68ch; margin: 0 0 .75rem; }
.soft { color: var(--soft); }
.verdict { max-width: none; margin: 1rem 0; padding: 1rem 1.25rem; border-radius: 8px; border-inline-start: 6px solid; font-size: 1.2rem; font-weight: 650; overflow-wrap: anywhere; }
.verdict.error { background: var(--bad-back); color: var(--bad); } .verdict.warning { background: var(--warn-back); color: var(--warn); }
.verdict.good { background: var(--good-back); color: var(--good); } .verdict.note { background: var(--note-back); color: var(--note); }
.finding { margin: 0 0 .9rem; padding: .9rem 1.1rem; border: 1px solid var(--line); border-inline-start: 5px solid var(--line); border-radius: 8px; }
.finding.error { border-inline-start-color: var(--bad); } .finding.warning { border-inline-start-color: var(--warn); } .finding.note { border-inline-start-color: var(--accent); }
.finding p { max-width: none; margin: .25rem 0; }
.finding p.told { font-weight: 600; }
.finding ul { margin: .5rem 0 0; padding-inline-start: 1.25rem; }
.finding.passed { background: var(--tint); }
.tags { display: flex; flex-wrap: wrap; gap: .3rem .4rem; margin: .4rem 0; padding: 0; list-style: none; font-size: .82rem; }
ul.tags { padding: 0; }
.tags li { padding: 0 .6em; border: 1px solid var(--line); border-radius: 1em; background: var(--tint); color: var(--soft); overflow-wrap: anywhere; }
.shots { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); margin: 1rem 0; padding: 0; }
figure { margin: 0; }
.shots img { display: block; width: 100%; height: auto; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
.shots .none { display: grid; place-items: center; aspect-ratio: 16 / 10; border: 1px dashed var(--line); border-radius: 6px; color: var(--soft); }
figcaption { margin: 0 0 .4rem; font-weight: 600; }
.wide { overflow-x: auto; margin: .75rem 0 1.25rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.45; }
th, td { padding: .5rem .9rem .5rem 0; border-top: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: break-word; min-width: 5.5rem; }
.wide table { min-width: 46rem; }
thead th { border-top: 0; color: var(--soft); font-size: .84rem; font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 600; }
summary { cursor: pointer; color: var(--accent); padding: .25rem 0; }
summary.state { color: var(--ink); font-size: 1.1rem; font-weight: 650; }
.contents ul { display: flex; flex-wrap: wrap; gap: .3rem 1.25rem; margin: 1rem 0 0; padding: 0; list-style: none; }
.contents a { display: inline-block; padding: .15rem 0; }
svg { display: block; min-width: 44rem; width: 100%; height: auto; }
svg text { fill: var(--ink); font-size: 13px; } svg text.soft { fill: var(--soft); font-size: 12px; } svg text.strong { font-weight: 650; }
svg .rule { stroke: var(--line); fill: none; }
svg .declared { fill: var(--accent); stroke: var(--accent); }
svg .undeclared { fill: var(--paper); stroke: var(--bad); }
svg :is(circle, rect) { stroke-width: 2.5; }
svg .compare { fill: var(--soft); stroke: var(--soft); }
svg path.declared, svg path.undeclared, svg path.compare { fill: none; stroke-opacity: .75; }
svg path.undeclared { stroke-dasharray: 6 4; }
svg .box { fill: var(--tint); stroke: var(--line); stroke-width: 1; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; margin: 0 0 .5rem; padding: 0; list-style: none; font-size: .88rem; }
.legend svg { display: inline-block; min-width: 0; width: 14px; height: 14px; margin-inline-end: .4rem; vertical-align: -2px; }
@media screen and (max-width: 47.99rem) {
  .wide table { min-width: 0; } .wide :is(table, tbody, tr, th, td) { display: block; }
  .wide thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .wide tr { padding: .6rem 0; border-top: 1px solid var(--line); } .wide :is(th, td) { min-width: 0; padding: .1rem 0; border: 0; }
  td:empty { display: none !important; }
  td::before { content: attr(data-column); display: block; color: var(--soft); font-size: .86rem; font-weight: 600; }
}
@media print { details { display: block; } .skip { display: none; } .finding, figure, tr { break-inside: avoid; } }
`
