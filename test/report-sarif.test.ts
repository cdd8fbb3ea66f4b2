import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { makeReport, reportSarif } from '../src/report/index.ts'
import { cookieSeen, requestSeen, siteSeen, storageSeen } from './support/observations.ts'
import { policyOf, SOUND } from './support/policy-of.ts'

const text = { type: 'string', minLength: 1 } as const
const count = { type: 'integer', minimum: 1 } as const
const message = closed({ text }, ['text'])
const level = { enum: ['none', 'note', 'warning', 'error'] } as const

function closed(properties: object, required: readonly string[]): object {
  return { type: 'object', properties, required, additionalProperties: false }
}

function many(items: object, more: object = {}): object {
  return { type: 'array', items, ...more }
}

/** SARIF 2.1.0 as far as it is written here, closed: a property that the standard does not know is refused. */
const SCHEMA = closed(
  {
    $schema: { type: 'string', pattern: 'sarif-2\\.1\\.0' },
    version: { const: '2.1.0' },
    runs: many(
      closed(
        {
          tool: closed(
            {
              driver: closed(
                {
                  name: text,
                  semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
                  rules: many(
                    closed(
                      {
                        id: text,
                        name: { type: 'string', pattern: '^[A-Z][A-Za-z0-9]*$' },
                        shortDescription: message,
                        fullDescription: message,
                        helpUri: { type: 'string', pattern: '^[a-z][a-z0-9+.-]*:\\S+$' },
                        help: message,
                        defaultConfiguration: closed({ level }, ['level']),
                      },
                      // What GitHub's code scanning asks of a rule.
                      ['id', 'shortDescription', 'fullDescription', 'help'],
                    ),
                    { uniqueItems: true },
                  ),
                },
                ['name', 'rules'],
              ),
            },
            ['driver'],
          ),
          automationDetails: closed({ id: text }, ['id']),
          // 3.14.7: a language of RFC 5646.
          language: { type: 'string', pattern: '^[a-z]{2}(-[A-Z]{2})?$' },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: many(
            closed(
              {
                ruleId: text,
                ruleIndex: { type: 'integer', minimum: 0 },
                level,
                message,
                locations: many(
                  closed(
                    {
                      physicalLocation: closed(
                        {
                          // 3.4.3: a URI reference; GitHub wants it relative to the repository.
                          artifactLocation: closed(
                            { uri: { type: 'string', pattern: "^[\\w.~!$&'()*+,;=@%-]+(/[\\w.~!$&'()*+,;=@%-]+)*$" } },
                            ['uri'],
                          ),
                          region: closed({ startLine: count, startColumn: count, endLine: count, endColumn: count }, [
                            'startLine',
                          ]),
                        },
                        ['artifactLocation'],
                      ),
                      logicalLocations: many(closed({ name: text, kind: text }, []), { minItems: 1 }),
                    },
                    ['physicalLocation'],
                  ),
                  { minItems: 1 },
                ),
                partialFingerprints: { type: 'object', minProperties: 1, additionalProperties: text },
                suppressions: many(closed({ kind: { enum: ['inSource', 'external'] }, justification: text }, ['kind'])),
                properties: { type: 'object' },
              },
              ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints'],
            ),
          ),
        },
        ['tool', 'results'],
      ),
      { minItems: 1, maxItems: 1 },
    ),
  },
  ['version', 'runs'],
)

const EVIL = '\u001b[31m]]>"<b>&\u202eevil\n'

const reportOf = (passed: readonly string[]) =>
  makeReport({
    sites: [
      siteSeen([
        cookieSeen({ name: EVIL }),
        cookieSeen({ name: '_id', via: 'script', state: 'refused' }),
        storageSeen({ key: EVIL }),
        requestSeen({ host: 'www.google-analytics.com' }),
      ]),
    ],
    declared: {
      file: 'моят сайт\\candor #1.yaml',
      policy: policyOf(SOUND),
      locate: path => (path.length > 1 ? { line: 3, column: 1, endLine: 4, endColumn: 8 } : { line: 1, column: 1 }),
    },
    baseline: passed.map(fingerprint => ({ fingerprint, reason: 'Known.', until: null })),
    today: '2026-11-22T12:00:00Z',
  })

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
    readonly results: readonly {
      readonly ruleId: string
      readonly ruleIndex: number
      readonly partialFingerprints: Readonly<Record<string, string>>
      readonly suppressions?: readonly unknown[]
    }[]
  }[]
}

describe.each(['en', 'bg'] as const)('a SARIF log in %s', language => {
  const fingerprint = reportOf([]).sites[0]?.findings[0]?.fingerprint ?? ''
  const log = reportSarif(reportOf([fingerprint]), { language, version: '1.2.3' }) as Log
  const [run] = log.runs

  test('says nothing that the standard does not know, and all that code hosts ask for', () => {
    const validate = new Ajv({ allErrors: true, strict: false }).compile(SCHEMA)
    validate(log)
    expect(validate.errors ?? []).toEqual([])
  })

  test('each result points at its own rule, and is known again by what sets it apart', () => {
    const results = run?.results ?? []
    expect(results.length).toBeGreaterThan(4)
    for (const { ruleId, ruleIndex } of results) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
    expect(new Set(results.map(it => JSON.stringify(it.partialFingerprints))).size).toBe(results.length)
  })

  test('what the baseline lets pass is there, suppressed', () => {
    expect(run?.results.filter(({ suppressions }) => suppressions !== undefined)).toHaveLength(1)
  })
})

test('a log that is not as the standard wants it is refused by this schema', () => {
  const validate = new Ajv({ strict: false }).compile(SCHEMA)
  expect(validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x', rules: [] } }, results: [{}] }] })).toBe(
    false,
  )
  expect(validate({ version: '2.1.0', runs: [], more: 1 })).toBe(false)
})
