import { each, escape } from '../html.ts'
import { allows, PRACTICES, type Visit, wordsOf } from '../visit.ts'

/** The form in which a visitor chooses, in the notice and on a page of its own. It works without scripts. */
export function choiceForm(visit: Visit, open: boolean): string {
  const text = wordsOf(visit)
  const box = (practice: (typeof PRACTICES)[number]) =>
    `<label><input type="checkbox" name="allow" value="${practice}"${allows(visit, practice) ? ' checked' : ''}> ${text[practice]}</label>`
  return `<form method="post" action="/choices">
<input type="hidden" name="back" value="${escape(visit.url.pathname)}">
<div class="buttons">
<button name="decision" value="all">${text.accept}</button>
<button name="decision" value="none">${text.refuse}</button>
</div>
<details${open ? ' open' : ''}><summary>${text.pick}</summary>
${each(PRACTICES, box)}
<button name="decision" value="some">${text.some}</button>
</details>
</form>`
}

/** The notice that asks. */
export function notice(visit: Visit): string {
  const text = wordsOf(visit)
  return `<section class="notice" id="cookie-notice" role="dialog" aria-labelledby="may-we">
<h2 id="may-we">${text.noticeTitle}</h2>
<p>${text.noticeText}</p>
${visit.signal ? `<p>${text.signal}</p>` : ''}
${choiceForm(visit, false)}
</section>`
}
