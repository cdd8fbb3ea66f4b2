import { describe, expect, test } from 'vitest'
import { CHOICE_WORDS } from './choice-words.ts'
import { type ChoiceKind, readLabel, speaksOfCookies } from './read-label.ts'

/** As seen on real notices: accept, refuse, settings, save, and a sentence that a notice might begin with. */
const NOTICES: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
  bg: ['Приемам всички', 'Отхвърляне на всички', 'Настройки', 'Запази избора', 'Ние използваме бисквитки'],
  cs: ['Přijmout vše', 'Odmítnout vše', 'Nastavení', 'Uložit nastavení', 'Tento web používá soubory cookie'],
  da: ['Tillad alle', 'Afvis alle', 'Tilpas', 'Gem indstillinger', 'Vi bruger cookies'],
  de: ['Alle akzeptieren', 'Alle ablehnen', 'Einstellungen', 'Auswahl speichern', 'Wir verwenden Cookies'],
  el: ['Αποδοχή όλων', 'Απόρριψη όλων', 'Ρυθμίσεις', 'Αποθήκευση επιλογών', 'Χρησιμοποιούμε cookies'],
  en: ['Accept all', 'Reject all', 'Manage options', 'Save and exit', 'We value your privacy'],
  es: ['Aceptar todas', 'Rechazar todas', 'Configurar', 'Guardar preferencias', 'Utilizamos cookies'],
  et: ['Nõustun kõigiga', 'Keeldun kõigist', 'Seaded', 'Salvesta valikud', 'Kasutame küpsiseid'],
  fi: ['Hyväksy kaikki', 'Hylkää kaikki', 'Evästeasetukset', 'Tallenna valinnat', 'Käytämme evästeitä'],
  fr: ['Tout accepter', 'Tout refuser', 'Paramétrer', 'Enregistrer mes choix', 'Nous utilisons des traceurs'],
  ga: ['Glac le gach fianán', 'Diúltaigh do gach fianán', 'Roghanna', 'Sábháil', 'Úsáidimid fianáin'],
  hr: ['Prihvati sve', 'Odbij sve', 'Postavke', 'Spremi odabir', 'Koristimo kolačiće'],
  hu: ['Összes elfogadása', 'Összes elutasítása', 'Beállítások', 'Mentés', 'Ez az oldal sütiket használ'],
  is: ['Samþykkja allar', 'Hafna öllum', 'Stillingar', 'Vista val', 'Við notum vafrakökur'],
  it: ['Accetta tutti', 'Rifiuta tutti', 'Personalizza', 'Salva preferenze', 'Usiamo i cookie'],
  lt: ['Sutinku su visais', 'Atmesti visus', 'Nustatymai', 'Išsaugoti', 'Mes naudojame slapukus'],
  lv: ['Piekrītu visām', 'Noraidīt visas', 'Iestatījumi', 'Saglabāt', 'Mēs izmantojam sīkdatnes'],
  mt: ['Aċċetta kollox', 'Irrifjuta kollox', 'Preferenzi', 'Issejvja', 'Nużaw il-cookies'],
  nl: ['Alles accepteren', 'Alles weigeren', 'Zelf instellen', 'Keuzes opslaan', 'Wij gebruiken cookies'],
  no: ['Godta alle', 'Avvis alle', 'Tilpass', 'Lagre valg', 'Vi bruker informasjonskapsler'],
  pl: ['Akceptuję wszystkie', 'Odrzuć wszystkie', 'Ustawienia', 'Zapisz wybór', 'Używamy ciasteczek'],
  pt: ['Aceitar tudo', 'Rejeitar tudo', 'Gerir opções', 'Guardar escolhas', 'Utilizamos cookies'],
  ro: ['Acceptă toate', 'Respinge toate', 'Setări', 'Salvează preferințele', 'Folosim module cookie'],
  sk: ['Prijať všetko', 'Odmietnuť všetko', 'Nastavenia', 'Uložiť výber', 'Používame súbory cookie'],
  sl: ['Sprejmi vse', 'Zavrni vse', 'Nastavitve', 'Shrani izbiro', 'Uporabljamo piškotke'],
  sv: ['Godkänn alla', 'Avvisa alla', 'Inställningar', 'Spara val', 'Vi använder kakor'],
}

const kindOf = (label: string): ChoiceKind | undefined => readLabel(label)?.kind

test('every language that the table knows is tried here', () => {
  expect(Object.keys(NOTICES)).toEqual(Object.keys(CHOICE_WORDS))
})

describe.each(Object.entries(NOTICES))('in %s', (_, [accept, refuse, settings, save, about]) => {
  test('a yes, a no, the way to the settings and their keeping are told apart', () => {
    expect([accept, refuse, save].map(kindOf)).toEqual(['accept', 'refuse', 'save'])
    expect(['settings', 'back']).toContain(kindOf(settings))
    expect([accept, refuse].map(label => readLabel(label)?.all)).toEqual([true, true])
  })

  test('a notice is known by what it speaks of', () => {
    expect(speaksOfCookies(about)).toBe(true)
  })
})

test.each([
  ['Continue without accepting', 'refuse'],
  ['Continuer sans accepter', 'refuse'],
  ['I do not accept', 'refuse'],
  ['Do not consent', 'refuse'],
  ["Don't allow", 'refuse'],
  ['Nur technisch notwendige Cookies', 'refuse'],
  ['Accept only necessary', 'refuse'],
  ['Use necessary cookies only', 'refuse'],
  ['Weiter ohne Einwilligung', 'refuse'],
  ['Само необходимите', 'refuse'],
  ['Не приемам', 'refuse'],
  ['Nu accept', 'refuse'],
  ['Nem fogadom el', 'refuse'],
  ['Zgadzam się', 'accept'],
  ['Accepteer nu', 'accept'],
  ['Съгласен съм', 'accept'],
  ['Consent', 'accept'],
  ['OK', 'acknowledge'],
  ['Разбрах', 'acknowledge'],
  ['Allow selection', 'save'],
  ['Auswahl erlauben', 'save'],
  ['Accept selected', 'save'],
  ['Cookie settings', 'back'],
  ['Cookie-Einstellungen', 'back'],
  ['Настройки на бисквитките', 'back'],
  ['Your privacy choices', 'back'],
  ['Manage consent', 'back'],
  ['Alle Einwilligungen verwalten', 'back'],
  ['Do not sell or share my personal information', 'back'],
] as const)('„%s“ is for: %s', (label, kind) => {
  expect(kindOf(label)).toBe(kind)
})

test.each([
  'Subscribe',
  'Accept and subscribe',
  'Reject and pay',
  'Sign in',
  'Add to cart',
  'Privacy policy',
  'Home',
  '',
  'By continuing you accept our terms and everything else that we may think of',
])('„%s“ answers no notice', label => {
  expect(kindOf(label)).toBeUndefined()
})
