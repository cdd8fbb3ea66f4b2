import { LANGUAGES, type Language, workbench as messages } from '../../messages/index.ts'

interface PageParts {
  /** Where the script stands. */
  readonly script: string
  /** Where the script stands that judges cookies, and comes when its tab is opened. */
  readonly cookies: string
  readonly style: string
}

const OTHER_NAMES: Readonly<Record<Language, string>> = { bg: 'Български', en: 'English' }

const links = (language: Language): string =>
  LANGUAGES.filter(other => other !== language)
    .map(
      other =>
        `<a href="/workbench/${other}/" hreflang="${other}" lang="${other}" data-language>${OTHER_NAMES[other]}</a>`,
    )
    .join(' ')

/** The page around the workbench: everything that is there before anything is typed. Texts are our own and need no escape. */
export function workbenchPage(language: Language, { script, cookies, style }: PageParts): string {
  const text = messages[language]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text.title} · Candor</title>
<meta name="description" content="${text.lead}">
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<a class="skip" href="#workbench">${text.skip}</a>
<header>
<p class="brand"><a href="/">Candor</a></p>
<nav aria-label="${text.languages}">${links(language)}</nav>
</header>
<main id="workbench" tabindex="-1">
<h1>${text.title}</h1>
<p class="lead">${text.lead}</p>
<noscript><p class="note">${text['no-script']}</p></noscript>
<div id="app" data-cookies="${cookies}"></div>
</main>
<footer><p>${text.privacy}</p></footer>
<script src="${script}" defer></script>
</body>
</html>
`
}
