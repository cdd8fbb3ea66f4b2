import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { command, hasCommand, runCandor } from './support/candor-process.ts'

let folder = ''

const candor = (args: readonly string[], input: string | Uint8Array = '') =>
  runCandor(['survey', '--lang', 'en', ...args], { cwd: folder, input })

/** Header values of many kinds, some of them often. */
const lines = (from: number, count: number): string =>
  Array.from({ length: count }, (_, index) => {
    const n = from + index
    const header = n % 3 === 0 ? 'CP="CAO PSA OUR"' : `CP="NOI CUR OUR STP NAV X${n % 97}"`
    return `${JSON.stringify({ site: `s${n % 400}.example`, p3p: header })}\n`
  }).join('')

describe.skipIf(!hasCommand)('candor survey (after npm run build)', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'candor-survey-'))
    for (let part = 0; part < 4; part++)
      writeFileSync(join(folder, `part-${part}.gz`), gzipSync(lines(part * 5000, 5000)))
    writeFileSync(join(folder, 'whole.ndjson'), lines(0, 20_000))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('one process, many threads, many processes under xargs: the same to the byte', () => {
    const whole = candor(['--summary-only', '--workers', '0', 'whole.ndjson']).stdout
    expect(JSON.parse(whole)).toMatchObject({ records: 20_000, policies: 20_000, unreadable: 0 })
    expect(candor(['--summary-only', '--workers', '3', 'whole.ndjson']).stdout).toBe(whole)
    expect(candor(['--summary-only', 'part-0.gz', 'part-1.gz', 'part-2.gz', 'part-3.gz']).stdout).toBe(whole)
    const split = `ls part-*.gz | xargs -n 1 -P 2 sh -c '"$NODE" "$CANDOR" survey --summary-only --workers 0 "$0"'`
    const spread = execFileSync('sh', ['-c', `${split} | "$NODE" "$CANDOR" survey --merge --summary-only -`], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NODE: process.execPath, CANDOR: command },
    })
    expect(spread).toBe(whole)
  })

  test('a mapper’s tab behind the line does not hurt', () => {
    const summary = candor(['--summary-only', 'part-0.gz']).stdout.trim()
    expect(candor(['--merge', '--summary-only', '-'], `${summary}\t\n${summary}\t\n`).status).toBe(0)
  })

  test('tells people, with the study beside it; and draws a page that loads nothing', () => {
    const told = candor(['whole.ndjson', '--html', 'survey.html'])
    expect(told.stdout).toContain('20,000 answers read')
    expect(told.stdout).toContain('11,176')
    expect(told.stdout).toMatch(/6,667\s+33\.3%\s+CP="CAO PSA OUR"/)
    const html = readFileSync(join(folder, 'survey.html'), 'utf8')
    expect(html).toContain('<svg')
    expect(html).not.toMatch(/https?:\/\//)
  })

  test('headers are never taken for more than text', () => {
    const told = candor(['--html', 'hostile.html', '-'], 'CP="<script>alert(1)</script>\u001b[2J"\n')
    expect(told.stdout).not.toContain('\u001b')
    expect(readFileSync(join(folder, 'hostile.html'), 'utf8')).not.toContain('<script>')
  })

  test('a missing file, a wrong format, a file that holds no summary: a sentence, exit 2', () => {
    for (const [args, says] of [
      [['missing.txt'], 'cannot read missing.txt: there is no such file'],
      [['whole.ndjson', '.'], 'cannot read .: it is a folder'],
      [['--html', 'no/x.html', 'part-0.gz'], 'cannot write no/x.html: there is no such folder'],
      [['--format', 'csv', 'whole.ndjson'], 'there is no input format "csv"'],
      [['--merge', 'whole.ndjson'], 'holds no summary'],
      [['--top', 'many', 'whole.ndjson'], '--top takes a number'],
    ] as const) {
      const told = candor(args)
      expect([told.status, told.stderr.includes(says), told.stderr.includes('\n    at ')]).toEqual([2, true, false])
    }
  })
})
