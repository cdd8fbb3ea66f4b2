import { isElement, type LocatedElement } from '../xml/index.ts'
import { CONTENT_MODELS, type ContentModel, isChoiceless, type Particle } from './content-models.ts'
import { type Reading, textOf } from './reading.ts'

/** Words of the drafts, with the term of the recommendation that says as much. */
export const OLD_TERMS: ReadonlyMap<string, string> = new Map([['customization', 'other-purpose']])

/** Holds the element, and all that is in it, to the recommendation's schema. */
export function checkContent(element: LocatedElement, reading: Reading) {
  const model = CONTENT_MODELS.get(OLD_TERMS.get(element.name) ?? element.name)
  if (model === undefined) return
  checkAttributes(element, model, reading)
  if (!model.text && textOf(element) !== null) {
    reading.report('p3p-text-unexpected', { element: element.name }, element)
  }
  checkChildren(element, model, reading)
  for (const child of reading.children(element)) {
    if (child.name === 'EXTENSION') checkAttributes(child, EXTENSION, reading)
    else checkContent(child, reading)
  }
}

const EXTENSION: Pick<ContentModel, 'required' | 'optional' | 'values'> = {
  required: [],
  optional: ['optional'],
  values: { optional: ['yes', 'no'] },
}

function checkAttributes(
  element: LocatedElement,
  { required, optional, values }: Pick<ContentModel, 'required' | 'optional' | 'values'>,
  reading: Reading,
) {
  const { name } = element
  for (const attribute of element.attributes) {
    const foreign = attribute.namespace !== '' || attribute.name.startsWith('xml:')
    const allowed = values[attribute.name]
    if (foreign) continue
    if (attribute.name === 'required' && isChoiceless(name)) {
      reading.report('p3p-required-forbidden', { element: name, required: attribute.value }, element, attribute)
    } else if (!required.includes(attribute.name) && !optional.includes(attribute.name)) {
      reading.report('p3p-attribute-unknown', { element: name, attribute: attribute.name }, element, attribute)
    } else if (allowed !== undefined && !allowed.includes(attribute.value.trim())) {
      const data = { element: name, attribute: attribute.name, value: attribute.value, allowed: allowed.join(', ') }
      reading.report('p3p-attribute-value', data, element, attribute)
    }
  }
  for (const attribute of required) {
    const given = element.attributes.find(held => held.name === attribute && held.namespace === '')
    if (!given?.value.trim()) reading.report('p3p-attribute-missing', { element: name, attribute }, element, given)
  }
}

function checkChildren(element: LocatedElement, model: ContentModel, reading: Reading) {
  const parent = element.name
  const order = new OrderCheck(element, model, reading)
  const counts = new Map<Particle, number>()
  for (const child of element.children.filter(isElement)) {
    if (reading.isP3p(child) && child.name === 'EXTENSION' && model.extensions !== 'nowhere') {
      order.extension(child)
      continue
    }
    const name = OLD_TERMS.get(child.name) ?? child.name
    const place = model.children.findIndex(particle => particle.names.includes(name))
    const particle = model.children[place]
    if (particle === undefined || !reading.isP3p(child)) {
      reportStranger(child, model, reading)
      continue
    }
    if (name !== child.name) reading.report('p3p-term-old', { element: child.name, read: name }, child)
    const count = (counts.get(particle) ?? 0) + 1
    counts.set(particle, count)
    if (count > 1 && !particle.repeated) reading.report('p3p-element-repeated', { element: child.name, parent }, child)
    order.child(child, place)
  }
  for (const particle of model.children) {
    if (!particle.needed || counts.has(particle)) continue
    reading.report('p3p-element-missing', { element: particle.missing, parent }, element)
  }
}

/** A P3P element in the wrong place, or one that P3P does not have. */
function reportStranger(child: LocatedElement, model: ContentModel, reading: Reading) {
  if (reading.isFull) return
  const parent = child.parent?.name ?? ''
  const known = reading.isP3p(child) && (CONTENT_MODELS.has(child.name) || child.name === 'EXTENSION')
  if (known) reading.report('p3p-element-misplaced', { element: child.name, parent }, child)
  else
    reading.report('p3p-element-unknown', { element: child.name, parent, nearest: nearest(child.name, model) }, child)
}

/** The same name but for case and punctuation: `Purpose`, `otherPurpose`. */
function nearest(name: string, model: ContentModel): string {
  const bare = (word: string) => word.toLowerCase().replace(/[^a-z]/g, '')
  return model.children.flatMap(particle => particle.names).find(word => bare(word) === bare(name)) ?? 'none'
}

/** Whether children stand in the schema's order. Each that stands too late is told, with what it should precede. */
class OrderCheck {
  private readonly element: LocatedElement
  private readonly model: ContentModel
  private readonly reading: Reading
  private latest = -1
  private latestName = ''
  /** An extension after which, in a legal document, nothing but extensions can come. */
  private tail: LocatedElement | undefined
  private firstName = ''

  constructor(element: LocatedElement, model: ContentModel, reading: Reading) {
    this.element = element
    this.model = model
    this.reading = reading
  }

  extension(child: LocatedElement) {
    if (this.model.extensions === 'after' || this.firstName !== '') this.tail ??= child
  }

  child(child: LocatedElement, place: number) {
    if (this.tail !== undefined && this.model.extensions !== 'anywhere') {
      if (this.model.extensions === 'after') this.report(child, 'EXTENSION')
      else this.report(this.tail, this.firstName)
      this.tail = undefined
    }
    if (place < this.latest) this.report(child, this.latestName)
    else {
      this.latest = place
      this.latestName = child.name
    }
    this.firstName ||= child.name
  }

  private report(late: LocatedElement, before: string) {
    const data = { element: late.name, parent: this.element.name, before }
    this.reading.report('p3p-element-order', data, late)
  }
}
