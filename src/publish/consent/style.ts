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
 */
const RULES = `
#candor-ui{all:initial;display:block;${variables(light => light)}color-scheme:var(--candor-scheme,light dark);color:var(--c-ink);font:400 1rem/1.5 var(--candor-font,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif);text-align:start;overflow-wrap:break-word}
@supports (color:light-dark(#fff,#000)){#candor-ui{${variables((light, dark) => `light-dark(${light},${dark})`)}}}
#candor-ui *,#candor-ui ::before,#candor-ui ::after{all:revert;box-sizing:border-box}
#candor-ui [hidden],#candor-ui script,#candor-ui style{display:none}
#candor-ui h2{margin:0 0 .35rem;font-size:1.2rem;line-height:1.3;font-weight:650;letter-spacing:-.01em;text-wrap:balance}
#candor-ui h2:focus{outline:0}
#candor-ui p,#candor-ui ul,#candor-ui dl,#candor-ui dd{margin:0;padding:0}
#candor-ui a{color:var(--c-accent);text-underline-offset:.15em;text-decoration-thickness:.08em}
#candor-ui a:hover{text-decoration-thickness:.16em}
#candor-ui code{font:.9em/1.4 ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere;unicode-bidi:isolate;direction:ltr}
#candor-ui :focus-visible{outline:3px solid var(--c-accent);outline-offset:2px;border-radius:6px}
#candor-ui .candor-lead{color:var(--c-ink)}
#candor-ui .candor-more{margin-top:.35rem;font-size:.9rem}
#candor-ui .candor-signal{width:fit-content;margin:.6rem 0;padding:.3rem .7rem;border-radius:8px;background:var(--c-good-back);color:var(--c-good);font-size:.9rem}
#candor-ui #candor-bar{position:fixed;z-index:2147483000;inset:auto 0 0;display:block}
#candor-ui #candor-bar .candor-form,#candor-ui dialog{background:var(--c-paper);color:var(--c-ink);border:1px solid var(--c-line);box-shadow:0 0 0 1px rgb(0 0 0/.02),0 12px 40px rgb(10 20 35/.22)}
#candor-ui #candor-bar .candor-form{display:flex;flex-direction:column;max-height:min(88vh,46rem);max-height:min(88dvh,46rem);margin:0 auto;border-width:1px 0 0;border-radius:14px 14px 0 0;overflow:hidden}
#candor-ui .candor-scroll{min-height:0;overflow-y:auto;overscroll-behavior:contain;padding:1.1rem 1.25rem .2rem}
#candor-ui .candor-change{margin:0 0 .7rem;padding-block:.15rem;padding-inline-start:.8rem;border-inline-start:3px solid var(--c-warn)}
#candor-ui .candor-scroll:has([open]) .candor-change{display:none}
#candor-ui dt .candor-mark{margin:0}
#candor-ui .candor-change dl{margin:.25rem 0 0;font-size:.9rem}
#candor-ui .candor-details{margin:.6rem 0 0}
#candor-ui summary{width:fit-content;margin-inline-start:-.35rem;padding:.35rem;color:var(--c-accent);font-weight:600;cursor:pointer}
#candor-ui summary:hover{text-decoration:underline;text-underline-offset:.15em}
#candor-ui .candor-list{list-style:none;margin:.35rem 0 .5rem}
#candor-ui .candor-item{display:block;padding:.85rem 0;border-top:1px solid var(--c-line)}
#candor-ui .candor-switch{display:flex;align-items:center;justify-content:space-between;gap:1rem;min-height:2rem;cursor:pointer}
#candor-ui .candor-name{margin:0;font-size:1rem;font-weight:650;line-height:1.35}
#candor-ui .candor-mark{display:inline-block;margin-inline-start:.35rem;padding:0 .55em;border-radius:1em;background:var(--c-warn-back);color:var(--c-warn);font-size:.78rem;font-weight:600}
#candor-ui .candor-item p{margin:.2rem 0 0}
#candor-ui .candor-item dl{margin:.5rem 0 0;font-size:.9rem}
#candor-ui dl>div{display:grid;grid-template-columns:minmax(6.5rem,12.5rem) minmax(0,1fr);gap:.1rem 1rem;padding:.12rem 0}
#candor-ui dt{color:var(--c-soft)}
#candor-ui input[type=checkbox]{appearance:none;position:relative;flex:none;width:2.75rem;height:1.6rem;margin:0;border:2px solid var(--c-edge);border-radius:1rem;background:transparent;cursor:pointer}
#candor-ui input[type=checkbox]::before{content:"";position:absolute;inset-block-start:50%;inset-inline-start:.2rem;width:1rem;height:1rem;margin-block-start:-.5rem;border-radius:50%;background:var(--c-edge)}
#candor-ui input[type=checkbox]:checked{border-color:var(--c-accent);background:var(--c-accent)}
#candor-ui input[type=checkbox]:checked::before{inset-inline-start:1.3rem;background:var(--c-on-accent)}
#candor-ui input[type=checkbox]:focus-visible{border-radius:1rem}
#candor-ui input[type=checkbox]:disabled,#candor-ui .candor-switch:has(:disabled){cursor:not-allowed}
#candor-ui input[type=checkbox]:disabled{opacity:.55}
#candor-ui .candor-actions{display:flex;flex-wrap:wrap;gap:.6rem;padding:.9rem 1.25rem 1.15rem}
#candor-ui .candor-button{flex:1 1 7.5rem;min-height:2.85rem;padding:.5rem 1rem;border:2px solid var(--c-accent);border-radius:9px;background:var(--c-accent);color:var(--c-on-accent);font:inherit;font-weight:650;line-height:1.25;cursor:pointer}
#candor-ui .candor-button:hover{box-shadow:inset 0 0 0 2px var(--c-on-accent)}
#candor-ui .candor-scroll:has(.candor-details:not([open]))+.candor-actions .candor-save{display:none}
#candor-ui #candor-reopen{position:fixed;z-index:2147482999;inset-block-end:.9rem;inset-inline-start:.9rem;width:max-content;max-width:calc(100vw - 1.8rem);padding:.4rem .95rem;border:1px solid var(--c-line);border-radius:1.2rem;background:var(--c-paper);color:var(--c-ink);box-shadow:0 2px 10px rgb(10 20 35/.16);font-size:.85rem;text-decoration:none}
#candor-ui #candor-reopen[hidden]{display:none}
#candor-ui .candor-heeded{display:block;color:var(--c-good);font-size:.92em}
#candor-ui .candor-heeded::before{content:"\\2713\\a0"}
#candor-ui #candor-reopen:hover{text-decoration:underline}
#candor-ui #candor-status{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
#candor-ui #candor-status:not(:empty){position:fixed;z-index:2147483001;inset-block-end:3.9rem;pointer-events:none;inset-inline:0;width:fit-content;max-width:calc(100vw - 2rem);height:auto;margin:0 auto;padding:.55rem 1rem;clip-path:none;white-space:normal;border:1px solid var(--c-line);border-radius:10px;background:var(--c-paper);box-shadow:0 6px 24px rgb(10 20 35/.2)}
#candor-ui dialog{width:min(42rem,calc(100vw - 2rem));max-height:min(88vh,52rem);padding:1.25rem 1.4rem 0;border-radius:14px;overflow-y:auto;scroll-padding-block:1rem 9.5rem}
#candor-ui dialog:not([open]){display:none}
#candor-ui dialog::backdrop{background:rgb(10 16 26/.45)}
#candor-ui .candor-head{display:flex;justify-content:space-between;align-items:start;gap:1rem}
#candor-ui .candor-close{width:2.4rem;height:2.4rem;margin:-.4rem 0 0;margin-inline-end:-.5rem;padding:0;border:0;border-radius:8px;background:none;color:var(--c-soft);font:400 1.6rem/1 system-ui,sans-serif;cursor:pointer}
#candor-ui .candor-close:hover{color:var(--c-ink)}
#candor-ui dialog .candor-actions{position:sticky;inset-block-end:0;margin:0 -1.4rem;padding-inline:1.4rem;background:var(--c-paper);border-top:1px solid var(--c-line)}
html:has(#candor-bar){padding-block-end:24rem;scroll-padding-block-end:min(24rem,88vh)}
@media (min-width:44rem){html:has(#candor-bar){padding-block-end:19rem;scroll-padding-block-end:min(19rem,88vh)}#candor-ui #candor-bar{inset:auto 1rem 1rem}#candor-ui #candor-bar .candor-form{max-width:44rem;border-width:1px;border-radius:14px}}
@media screen{html:has(#candor-bar :is([open],.candor-change)){padding-block-end:min(48rem,92vh);scroll-padding-block-end:min(48rem,92vh)}}
@media (max-height:30rem){#candor-ui dialog{scroll-padding-block:0}#candor-ui dialog .candor-actions{position:static}}
@media (max-width:30rem){#candor-ui dl>div{display:block}#candor-ui dt{font-size:.85em}}
@media (prefers-reduced-motion:no-preference){#candor-ui input[type=checkbox],#candor-ui input[type=checkbox]::before{transition:background .12s,border-color .12s,inset-inline-start .12s}}
@media (forced-colors:active){#candor-ui input[type=checkbox]{appearance:auto;width:1.4rem;height:1.4rem}#candor-ui input[type=checkbox]::before{content:none}#candor-ui .candor-button,#candor-ui #candor-reopen{border:2px solid ButtonText;background:ButtonFace;color:ButtonText}}
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
