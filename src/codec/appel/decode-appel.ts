import {
  APPEL_BEHAVIORS,
  APPEL_CONNECTIVES,
  type AppelPattern,
  type AppelRule,
  type AppelRuleset,
  type Issue,
  issue,
  type Result,
} from '../../model/index.ts'
import { isElement, type LocatedElement } from '../xml/index.ts'
import { AppelReading, attributesOf, excerpt, LIMITS } from './appel-reading.ts'
import { readMendedXml } from './read-mended.ts'

const APPEL_NAMESPACE = 'http://www.w3.org/2002/04/APPELv1'

const RULE_ATTRIBUTES = ['behavior', 'prompt', 'promptmsg', 'description', 'persona', 'connective']
const RULESET_ATTRIBUTES = ['crtdby', 'crtdon', 'description']

/** An attribute that slipped out of its tag, with the `>` before it. */
const LOOSE_ATTRIBUTE = /^\s*(promptmsg|prompt|description|persona)\s*=\s*"([^"]*)"/

function elementsIn(element: LocatedElement): readonly LocatedElement[] {
  return element.children.filter(isElement)
}

const textIn = (element: LocatedElement): string =>
  element.children
    .filter(child => !isElement(child))
    .join('')
    .trim()

function readPattern(element: LocatedElement, reading: AppelReading): AppelPattern {
  const { connective: written, ...attributes } = attributesOf(element)
  if (textIn(element) !== '') reading.report('appel-text', { element: element.name }, element)
  reading.checkPattern(element)
  const connective = reading.choice(element, 'connective', written, { allowed: APPEL_CONNECTIVES, otherwise: 'and' })
  return {
    name: element.name,
    attributes,
    connective,
    children: elementsIn(element).map(child => readPattern(child, reading)),
    at: reading.at(element),
  }
}

/** The attributes of a rule, with those that stand in its text. */
function ruleAttributes(element: LocatedElement, reading: AppelReading): Readonly<Record<string, string>> {
  const text = textIn(element)
  const [, name, value] = LOOSE_ATTRIBUTE.exec(text) ?? []
  if (name !== undefined && value !== undefined) {
    reading.report('appel-attribute-in-text', { attribute: name }, element)
    return { [name]: value, ...attributesOf(element) }
  }
  if (text !== '') reading.report('appel-text', { element: element.name }, element)
  return attributesOf(element)
}

/** White space in an attribute is one space, as XML has it for all but plain text. */
const plainText = (text: string | undefined): string | null => text?.trim().replace(/\s+/g, ' ') || null

function readRule(element: LocatedElement, number: number, reading: AppelReading): AppelRule {
  const attributes = ruleAttributes(element, reading)
  reading.checkAttributes(element, RULE_ATTRIBUTES)
  const { behavior, prompt, connective } = attributes
  if (behavior === undefined) {
    reading.report('appel-attribute-missing', { element: 'RULE', attribute: 'behavior', read: 'block' }, element)
  }
  const bodies = elementsIn(element)
  const patterns = bodies.filter(({ name }) => name !== 'OTHERWISE')
  const otherwise = patterns.length < bodies.length
  if (otherwise && patterns.length > 0) reading.report('appel-otherwise-beside', { rule: number }, element)
  if (bodies.length === 0) reading.report('appel-rule-empty', { rule: number }, element)
  const asked = reading.choice(element, 'prompt', prompt, { allowed: ['yes', 'no'], otherwise: 'no' })
  return {
    behavior: reading.choice(element, 'behavior', behavior, { allowed: APPEL_BEHAVIORS, otherwise: 'block' }),
    prompt: asked === 'yes',
    promptMessage: plainText(attributes['promptmsg']),
    description: plainText(attributes['description']),
    persona: plainText(attributes['persona']),
    otherwise,
    connective: reading.choice(element, 'connective', connective, { allowed: APPEL_CONNECTIVES, otherwise: 'and' }),
    patterns: otherwise ? [] : patterns.map(pattern => readPattern(pattern, reading)),
    at: reading.at(element),
  }
}

function readRuleset(root: LocatedElement, reading: AppelReading): AppelRuleset {
  const attributes = attributesOf(root)
  reading.checkAttributes(root, RULESET_ATTRIBUTES)
  const rules: LocatedElement[] = []
  for (const child of elementsIn(root)) {
    if (child.name === 'RULE') rules.push(child)
    else reading.report('appel-element-unknown', { element: excerpt(child.name), parent: 'RULESET' }, child)
  }
  if (rules.length === 0) reading.report('appel-rules-missing', {}, root)
  return {
    createdBy: plainText(attributes['crtdby']),
    createdOn: plainText(attributes['crtdon']),
    description: plainText(attributes['description']),
    rules: rules.map((rule, at) => readRule(rule, at + 1, reading)),
  }
}

function countElements(element: LocatedElement): number {
  return elementsIn(element).reduce((count, child) => count + countElements(child), 1)
}

const byPlace = (a: Issue, b: Issue) =>
  (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0)

/** Reads an APPEL 1.0 ruleset, also one that is not quite XML, and tells every departure with its place. */
export function decodeAppel(input: string | Uint8Array): Result<AppelRuleset> {
  const xml = readMendedXml(input)
  if (!xml.ok) return xml
  const { root } = xml.value
  const refuse = (found: Issue): Result<AppelRuleset> => ({ ok: false, issues: [...xml.issues, found] })
  const at = xml.value.at(root)
  if (root.name !== 'RULESET') return refuse(issue('appel-root', { element: excerpt(root.name) }, { at }))
  if (countElements(root) > LIMITS.elements) return refuse(issue('appel-large', { limit: LIMITS.elements }, { at }))
  const reading = new AppelReading(xml.value)
  if (root.namespace !== APPEL_NAMESPACE) {
    reading.report('appel-namespace', { namespace: root.namespace === '' ? '-' : excerpt(root.namespace) }, root)
  }
  const value = readRuleset(root, reading)
  return { ok: true, value, issues: [...xml.issues, ...reading.told()].toSorted(byPlace) }
}
