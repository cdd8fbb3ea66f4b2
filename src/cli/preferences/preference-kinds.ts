import { decodeAppel, lintAppel } from '../../codec/appel/index.ts'
import { decodePrivacyImport, decodeRuleString } from '../../codec/privacy-import/index.ts'
import {
  type Explained,
  explainAppel,
  explainImportSetting,
  explainPrivacyImport,
  type Language,
} from '../../messages/index.ts'
import type { Issue, Result } from '../../model/index.ts'

/** Preferences read: what they are, what they say, and what is wrong with them. */
export interface Reading {
  readonly kind: 'privacy-import' | 'rule-string' | 'appel'
  /** null: they could not be read. */
  readonly value: object | null
  readonly parts: readonly Explained[]
  readonly issues: readonly Issue[]
}

function readingOf<T extends object>(
  kind: Reading['kind'],
  read: Result<T>,
  explain: (value: T) => readonly Explained[],
  lint: (value: T) => readonly Issue[] = () => [],
): Reading {
  if (!read.ok) return { kind, value: null, parts: [], issues: read.issues }
  const { value, issues } = read
  return { kind, value, parts: explain(value), issues: [...issues, ...lint(value)] }
}

/** How each kind begins, and is explained. */
const KINDS: readonly (readonly [begins: RegExp, read: (text: string, language: Language) => Reading])[] = [
  [
    /<MSIEPrivacy/i,
    (text, language) =>
      readingOf('privacy-import', decodePrivacyImport(text), model => explainPrivacyImport(model, language)),
  ],
  [
    /IE6-P3P/,
    (text, language) =>
      readingOf('rule-string', decodeRuleString(text.trim()), setting => [
        { heading: '', sentences: explainImportSetting(setting, language) },
      ]),
  ],
  [
    /<(?:[\w.-]+:)?RULESET/,
    (text, language) =>
      readingOf(
        'appel',
        decodeAppel(text),
        ruleset => [{ heading: '', sentences: explainAppel(ruleset, language) }],
        lintAppel,
      ),
  ],
]

/** What a text is must show near its beginning. */
const HEAD = 4096

/** How the text is read; undefined where it is something else. */
export const kindOf = (text: string) => KINDS.find(([begins]) => begins.test(text.slice(0, HEAD)))
