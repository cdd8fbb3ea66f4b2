import type { Good, Shape } from './goods.ts'

const SHAPES: Readonly<Record<Shape, (colour: string) => string>> = {
  jar: colour => `
<rect x="62" y="58" width="76" height="92" rx="16" fill="${colour}"/>
<rect x="62" y="58" width="18" height="92" rx="9" fill="#fff" opacity=".25"/>
<rect x="58" y="42" width="84" height="20" rx="6" fill="#6b5235"/>
<rect x="74" y="88" width="52" height="36" rx="4" fill="#fffaf0"/>
<path d="M100 94c10 6 10 18 0 24c-10-6-10-18 0-24z" fill="#7d9a52"/>`,
  cup: colour => `
<path d="M58 82h76v34c0 20-16 34-38 34s-38-14-38-34z" fill="#fffaf0"/>
<ellipse cx="96" cy="82" rx="38" ry="9" fill="${colour}"/>
<path d="M134 90c24-4 24 34-4 34" fill="none" stroke="#fffaf0" stroke-width="8"/>
<path d="M82 66c-8-12 8-14 0-28m24 28c-8-12 8-14 0-28" fill="none" stroke="#fff" stroke-width="5" opacity=".6" stroke-linecap="round"/>`,
  candle: colour => `
<rect x="80" y="70" width="40" height="84" rx="4" fill="${colour}"/>
<path d="M80 84l40-8m-40 26l40-8m-40 26l40-8m-40 26l40-8" stroke="#fff" stroke-width="2" opacity=".45"/>
<path d="M100 70v-10" stroke="#4a3a22" stroke-width="3"/>
<path d="M100 32c14 16 8 28 0 28s-14-12 0-28z" fill="#f7c948"/>`,
  spoon: colour => `
<g transform="rotate(28 100 95)">
<rect x="95" y="28" width="10" height="82" rx="5" fill="${colour}"/>
<ellipse cx="100" cy="132" rx="21" ry="27" fill="${colour}"/>
<path d="M80 124h40m-41 10h42m-39 10h36" stroke="#5c3d1c" stroke-width="3"/>
</g>`,
  box: colour => `
<rect x="52" y="76" width="96" height="72" rx="6" fill="${colour}"/>
<rect x="46" y="62" width="108" height="24" rx="6" fill="${colour}"/>
<rect x="92" y="62" width="16" height="86" fill="#e9c46a"/>
<path d="M100 62c-32-34-52 0 0 0c52 0 32-34 0 0z" fill="none" stroke="#e9c46a" stroke-width="7"/>`,
}

/** Of a good, drawn: there is nothing to photograph. */
export const picture = ({ shape, colour }: Good, label: string): string =>
  `<svg viewBox="0 0 200 180" role="img" aria-label="${label}">` +
  `<ellipse cx="100" cy="156" rx="62" ry="10" opacity=".12"/>${SHAPES[shape](colour)}</svg>`
