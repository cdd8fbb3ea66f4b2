/** Colours of the notice for people, each as a pair for light and dark. */
const COLOURS = {
  paper: ['#ffffff', '#1a2028'],
  ink: ['#1b2330', '#e3e8ef'],
  soft: ['#566070', '#a3aebc'],
  line: ['#d8dee6', '#3a4553'],
  edge: ['#76818f', '#7f8b9a'],
  accent: ['#0a569f', '#8cc2fa'],
  'on-accent': ['#ffffff', '#0f1720'],
  good: ['#17643a', '#8fdcae'],
  'good-back': ['#e2f3e8', '#16331f'],
  warn: ['#7a4b00', '#f2c97d'],
  'warn-back': ['#fcefd6', '#38290c'],
} as const

/** A site may set `--candor-accent` and the like where its own styles are. */
const variables = (value: (light: string, dark: string) => string): string =>
  Object.entries(COLOURS)
    .map(([name, [light, dark]]) => `--c-${name}:var(--candor-${name},${value(light, dark)});`)
    .join('')

/**
 * The look of the notice on a page of any site. Every rule begins with the id of its root, which outweighs the classes
 * and elements of the site's own styles; whatever these say is first undone, so that the notice looks the same everywhere.
 * Its sizes come from `medium`, which is what the visitor has set: sites make a `rem` of 10 pixels.
 */
const RULES = `
#candor-ui{all:initial;display:block;${variables(light => light)}color-scheme:var(--candor-scheme,light dark);color:var(--c-ink);font:400 medium/1.5 var(--candor-font,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif);text-align:start;overflow-wrap:break-word}
@supports (color:light-dark(#fff,#000)){#candor-ui{${variables((light, dark) => `light-dark(${light},${dark})`)}}}
#candor-ui *,#candor-ui ::before,#candor-ui ::after{all:revert;box-sizing:border-box}
#candor-ui [hidden],#candor-ui script,#candor-ui style{display:none}
#candor-ui h2{margin:0 0 .3em;font-size:1.2em;line-height:1.3;font-weight:650;letter-spacing:-.01em;text-wrap:balance}
#candor-ui h2:focus{outline:0}
#candor-ui p,#candor-ui ul,#candor-ui dl,#candor-ui dd{margin:0;padding:0}
#candor-ui a{color:var(--c-accent);text-underline-offset:.15em;text-decoration-thickness:.08em}
#candor-ui a:hover{text-decoration-thickness:.16em}
#candor-ui code{font:.9em/1.4 ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere;unicode-bidi:isolate;direction:ltr}
#candor-ui :focus-visible{outline:3px solid var(--c-accent);outline-offset:2px;border-radius:6px}
#candor-ui .candor-lead{color:var(--c-ink)}
#candor-ui .candor-more{margin-top:.4em;font-size:.9em}
#candor-ui .candor-signal{width:fit-content;margin:.7em 0;padding:.35em .8em;border-radius:8px;background:var(--c-good-back);color:var(--c-good);font-size:.9em}
#candor-ui #candor-bar{position:fixed;z-index:2147483000;inset:auto 0 0;display:block}
#candor-ui #candor-bar .candor-form,#candor-ui dialog{background:var(--c-paper);color:var(--c-ink);border:1px solid var(--c-line);box-shadow:0 0 0 1px rgb(0 0 0/.02),0 12px 40px rgb(10 20 35/.22)}
#candor-ui #candor-bar .candor-form{display:flex;flex-direction:column;max-height:min(88vh,46em);max-height:min(88dvh,46em);margin:0 auto;border-width:1px 0 0;border-radius:14px 14px 0 0;overflow:hidden}
#candor-ui .candor-scroll{min-height:0;overflow-y:auto;overscroll-behavior:contain;padding:1.1em 1.25em .2em}
#candor-ui .candor-change{margin:0 0 .7em;padding-block:.15em;padding-inline-start:.8em;border-inline-start:3px solid var(--c-warn)}
#candor-ui .candor-scroll:has([open]) .candor-change{display:none}
#candor-ui dt .candor-mark{margin:0;font-size:.85em}
#candor-ui .candor-change dl{margin:.3em 0 0;font-size:.9em}
#candor-ui .candor-details{margin:.6em 0 0}
#candor-ui summary{width:fit-content;margin-inline-start:-.35em;padding:.35em;color:var(--c-accent);font-weight:600;cursor:pointer}
#candor-ui summary:hover{text-decoration:underline;text-underline-offset:.15em}
#candor-ui .candor-list{list-style:none;margin:.35em 0 .5em}
#candor-ui .candor-item{display:block;padding:.85em 0;border-top:1px solid var(--c-line)}
#candor-ui .candor-switch{display:flex;align-items:center;justify-content:space-between;gap:1em;min-height:2em;cursor:pointer}
#candor-ui .candor-name{margin:0;font-size:1em;font-weight:650;line-height:1.35}
#candor-ui .candor-mark{display:inline-block;margin-inline-start:.45em;padding:0 .55em;border-radius:1em;background:var(--c-warn-back);color:var(--c-warn);font-size:.78em;font-weight:600}
#candor-ui .candor-item p{margin:.2em 0 0}
#candor-ui .candor-item dl{margin:.55em 0 0;font-size:.9em}
#candor-ui dl>div{display:grid;grid-template-columns:minmax(7.2em,13.9em) minmax(0,1fr);gap:.1em 1.1em;padding:.13em 0}
#candor-ui dt{color:var(--c-soft)}
#candor-ui input[type=checkbox]{appearance:none;position:relative;flex:none;width:2.75em;height:1.6em;margin:0;border:2px solid var(--c-edge);border-radius:1em;font-size:1em;background:transparent;cursor:pointer}
#candor-ui input[type=checkbox]::before{content:"";position:absolute;inset-block-start:50%;inset-inline-start:.2em;width:1em;height:1em;margin-block-start:-.5em;border-radius:50%;background:var(--c-edge)}
#candor-ui input[type=checkbox]:checked{border-color:var(--c-accent);background:var(--c-accent)}
#candor-ui input[type=checkbox]:checked::before{inset-inline-start:1.3em;background:var(--c-on-accent)}
#candor-ui input[type=checkbox]:focus-visible{border-radius:1em}
#candor-ui input[type=checkbox]:disabled,#candor-ui .candor-switch:has(:disabled){cursor:not-allowed}
#candor-ui input[type=checkbox]:disabled{opacity:.55}
#candor-ui .candor-actions{display:flex;flex-wrap:wrap;gap:.6em;padding:.9em 1.25em 1.15em}
#candor-ui .candor-button{flex:1 1 7.5em;min-height:2.85em;padding:.5em 1em;border:2px solid var(--c-accent);border-radius:9px;background:var(--c-accent);color:var(--c-on-accent);font:inherit;font-weight:650;line-height:1.25;cursor:pointer}
#candor-ui .candor-button:hover{box-shadow:inset 0 0 0 2px var(--c-on-accent)}
#candor-ui .candor-scroll:has(.candor-details:not([open]))+.candor-actions .candor-save{display:none}
#candor-ui #candor-reopen{position:fixed;z-index:2147482999;inset-block-end:1.1em;inset-inline-start:1.1em;width:max-content;max-width:calc(100vw - 2.2em);padding:.45em 1.1em;border:1px solid var(--c-line);border-radius:1.4em;background:var(--c-paper);color:var(--c-ink);box-shadow:0 2px 10px rgb(10 20 35/.16);font-size:.85em;text-decoration:none}
#candor-ui #candor-reopen[hidden]{display:none}
#candor-ui .candor-heeded{display:block;color:var(--c-good);font-size:.92em}
#candor-ui .candor-heeded::before{content:"\\2713\\a0"}
#candor-ui #candor-reopen:hover{text-decoration:underline}
#candor-ui #candor-status{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
#candor-ui #candor-status:not(:empty){position:fixed;z-index:2147483001;inset-block-end:3.9em;pointer-events:none;inset-inline:0;width:fit-content;max-width:calc(100vw - 2em);height:auto;margin:0 auto;padding:.55em 1em;clip-path:none;white-space:normal;border:1px solid var(--c-line);border-radius:10px;background:var(--c-paper);box-shadow:0 6px 24px rgb(10 20 35/.2)}
#candor-ui dialog{width:min(42em,calc(100vw - 2em));max-height:min(88vh,52em);padding:1.25em 1.4em 0;border-radius:14px;overflow-y:auto;scroll-padding-block:1em 9.5em}
#candor-ui dialog:not([open]){display:none}
#candor-ui dialog::backdrop{background:rgb(10 16 26/.45)}
#candor-ui .candor-head{display:flex;justify-content:space-between;align-items:start;gap:1em}
#candor-ui .candor-close{width:1.5em;height:1.5em;margin:-.25em 0 0;margin-inline-end:-.3em;padding:0;border:0;border-radius:8px;background:none;color:var(--c-soft);font:400 1.6em/1 system-ui,sans-serif;cursor:pointer}
#candor-ui .candor-close:hover{color:var(--c-ink)}
#candor-ui dialog .candor-actions{position:sticky;inset-block-end:0;margin:0 -1.4em;padding-inline:1.4em;background:var(--c-paper);border-top:1px solid var(--c-line)}
html:has(#candor-bar){padding-block-end:max(24rem,384px);scroll-padding-block-end:min(max(24rem,384px),88vh)}
@media (min-width:44rem){html:has(#candor-bar){padding-block-end:max(19rem,304px);scroll-padding-block-end:min(max(19rem,304px),88vh)}#candor-ui #candor-bar{inset:auto 1em 1em}#candor-ui #candor-bar .candor-form{max-width:44em;border-width:1px;border-radius:14px}}
@media screen{html:has(#candor-bar :is([open],.candor-change)){padding-block-end:min(max(48rem,768px),92vh);scroll-padding-block-end:min(max(48rem,768px),92vh)}}
@media (max-height:30rem){#candor-ui dialog{scroll-padding-block:0}#candor-ui dialog .candor-actions{position:static}}
@media (max-width:30rem){#candor-ui dl>div{display:block}#candor-ui dt{font-size:.85em}}
@media (prefers-reduced-motion:no-preference){#candor-ui input[type=checkbox],#candor-ui input[type=checkbox]::before{transition:background .12s,border-color .12s,inset-inline-start .12s}}
@media (forced-colors:active){#candor-ui input[type=checkbox]{appearance:auto;width:1.4em;height:1.4em}#candor-ui input[type=checkbox]::before{content:none}#candor-ui .candor-button,#candor-ui #candor-reopen{border:2px solid ButtonText;background:ButtonFace;color:ButtonText}}
@media print{#candor-ui:not(.candor-page),html>body #candor-ui .candor-actions{display:none}html:has(#candor-bar){padding-block-end:0}}
`

export const CONSENT_STYLE: string = RULES.trim()

/** What the page of choices has besides the look of the notice for people. */
export const CHOICES_PAGE_STYLE = `
main{display:block;max-width:46rem;margin:0 auto}
h1{margin-top:2rem}
main p,main .lead{max-width:none}
#candor-ui.candor-page{background:none;font-size:1.0625rem}
#candor-ui.candor-page h2{margin:2rem 0 .5rem;font-size:1.35rem}
#candor-ui.candor-page .candor-actions{padding:.4rem 0 0}
`.trim()
