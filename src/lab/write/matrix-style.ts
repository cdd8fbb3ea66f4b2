/** The whole look of the matrix: no file beside it, no font to fetch. */
export const MATRIX_STYLE = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b2330; --soft: #566070; --line: #d8dee6; --tint: #f5f7fa;
  --accent: #0a569f; --bad: #9d1b1b; --bad-back: #fbe6e4; --warn: #7a4b00; --warn-back: #fcefd6; }
@media (prefers-color-scheme: dark) { :root { --paper: #12161c; --ink: #e3e8ef; --soft: #a3aebc; --line: #323b47;
  --tint: #1a2028; --accent: #8cc2fa; --bad: #ffb3aa; --bad-back: #431b18; --warn: #f2c97d; --warn-back: #38290c; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 100rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.3rem; margin: 2rem 0 .5rem; }
p { max-width: 70ch; margin: .5rem 0; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
nav ul { columns: 14rem; padding: 0; list-style: none; margin: .5rem 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .875rem; margin: .75rem 0; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: start; vertical-align: top; }
thead th { position: sticky; top: 0; background: var(--tint); }
tbody th { font-weight: 600; white-space: nowrap; }
code { font: .85em/1.4 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
td small { display: block; color: var(--soft); white-space: nowrap; }
td.number { text-align: end; font-variant-numeric: tabular-nums; }
.differs { background: var(--bad-back); color: var(--bad); font-weight: 600; }
.not-known, .not-seen { background: var(--warn-back); color: var(--warn); }
details { margin: .5rem 0; }
summary { cursor: pointer; }
tr:target > * { box-shadow: inset 0 0 0 2px var(--accent); }
pre { white-space: pre-wrap; font-size: .8rem; background: var(--tint); padding: .75rem; border: 1px solid var(--line); }
`
