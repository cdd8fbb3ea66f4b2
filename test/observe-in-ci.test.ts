import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { verb } from '../src/cli/observe.ts'

const read = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8')

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string; readonly required?: boolean }>>
  readonly runs: { readonly steps: readonly { readonly env: Readonly<Record<string, string>>; readonly run: string }[] }
}

const action = parse(read('examples/github-action/action.yml')) as Action
const script = action.runs.steps.map(({ run }) => run).join('\n')
const gitlab = read('examples/gitlab/.gitlab-ci.yml')

const known = Object.keys(verb.options)
const optionsIn = (text: string) => [...text.matchAll(/(?<= )--([a-z-]+)/g)].map(([, name = '']) => name)

test('the GitHub action and the GitLab job give only options that observe takes', () => {
  const given = [...optionsIn(script), ...optionsIn(gitlab)].filter(
    name => !['yes', 'no-install-recommends'].includes(name),
  )
  expect(given.length).toBeGreaterThan(8)
  for (const name of given) expect(known).toContain(name)
})

test('what comes from the inputs of the action never becomes part of its script', () => {
  expect(script).not.toContain('${{')
  const [step] = action.runs.steps
  const used = Object.values(step?.env ?? {}).map(value => /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value)?.[1])
  expect(used.toSorted()).toEqual(Object.keys(action.inputs).toSorted())
})

test('the page about it tells every input and what it is if left out', () => {
  const page = read('docs/observe-in-ci.md')
  for (const [name, { default: value }] of Object.entries(action.inputs)) {
    const told = value === undefined ? '' : value === '' ? 'none' : `\`${value}\``
    expect(page).toMatch(new RegExp(`^\\| \`${name}\` \\| [^|]+ \\| ${told} ?\\|$`, 'm'))
  }
})

test('the workflow uses the action with inputs that it has', () => {
  const { jobs } = parse(read('examples/github-action/workflow.yml')) as {
    jobs: { observe: { steps: readonly { uses: string; with?: Readonly<Record<string, unknown>> }[] } }
  }
  const step = jobs.observe.steps.find(({ uses }) => uses === './examples/github-action')
  expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step?.with ?? {})))
  for (const [name, { required }] of Object.entries(action.inputs))
    if (required) expect(step?.with).toHaveProperty(name)
})
