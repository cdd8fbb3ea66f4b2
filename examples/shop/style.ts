/** The shop's only style sheet. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #fdf9ef; --ink: #2f2a20; --soft: #6d6453; --leaf: #47682f; --tile: #eef0dc; --line: #ddd3bb }
@media (prefers-color-scheme: dark) { :root { --paper: #1c1a15; --ink: #f0e9d8; --soft: #b3a98f; --leaf: #a9c987; --tile: #2b2e21; --line: #454033 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Georgia, "Noto Serif", serif }
a { color: var(--leaf) }
header, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline; padding-top: 1.5rem; border-bottom: 1px solid var(--line); padding-bottom: 1rem }
header .sign { font-size: 1.7rem; font-weight: bold; text-decoration: none; letter-spacing: .02em }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem }
header form { margin-left: auto; flex: 0 1 16rem }
@media (max-width: 40rem) { header form { flex: 1 1 100% } }
h1 { font-size: clamp(1.6rem, 4vw, 2.3rem); line-height: 1.2; margin: 2rem 0 1rem; font-weight: normal; text-wrap: balance }
.goods { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: 1.5rem; padding: 0; list-style: none }
.goods a { display: block; text-decoration: none; color: inherit }
.goods svg, .good svg { background: var(--tile); border-radius: 1rem; width: 100%; display: block }
.goods strong { display: block; margin-top: .5rem }
.price { color: var(--soft) }
.good { display: grid; gap: 1.5rem 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); align-items: center; margin-top: 2rem }
.good h1 { margin-top: 0 }
form.stack { display: grid; gap: .9rem; max-width: 26rem }
label { display: block }
input:not([type=checkbox]), textarea { display: block; width: 100%; font: inherit; padding: .45rem .7rem; border: 1px solid var(--soft); border-radius: .5rem; background: transparent; color: inherit }
button { font: inherit; padding: .5rem 1.1rem; border: 1px solid var(--leaf); border-radius: 2rem; background: var(--leaf); color: var(--paper); cursor: pointer }
:focus-visible { outline: 3px solid #d9a441; outline-offset: 2px }
aside { background: var(--tile); border-radius: 1rem; padding: .25rem 1.5rem 1.5rem; margin: 3rem 0 }
iframe.chat { width: 100%; height: 15rem; border: 1px solid var(--line); border-radius: 1rem }
footer { border-top: 1px solid var(--line); margin-top: 3rem; padding: 1.25rem 1.25rem 2.5rem }
.notice { position: fixed; inset: auto 1rem 1rem; max-width: 34rem; max-height: calc(100vh - 2rem); overflow: auto; margin: auto; padding: 1.1rem 1.4rem 1.3rem; background: var(--paper); border: 1px solid var(--line); border-radius: 1rem; box-shadow: 0 8px 40px #0005 }
.notice h2 { margin: 0; font-size: 1.25rem }
.notice p { margin: .4rem 0 .8rem }
.buttons { display: flex; flex-wrap: wrap; gap: .6rem; margin: .8rem 0 .6rem; max-width: 34rem }
.buttons button { flex: 1 1 auto }
`
