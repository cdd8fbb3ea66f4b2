import { defaultPath } from './cookie-line.ts'
import type { Place } from './door.ts'

/** So many shapes are kept; then all are forgotten and worked out anew. */
const KEPT = 2048
/** Of one name: more than these are rare, and looking through them costs more than it saves. */
const KEPT_OF_A_NAME = 16

/** All of a `Set-Cookie` line but the value, and where it is sent from. */
interface Shape<T> {
  /** The name with its "=". */
  readonly start: string
  readonly host: string
  readonly attributes: string
  /** The directory of the request, where the line has no path of its own. */
  readonly directory: string | null
  readonly known: T
}

/** What is worked out of a line, and for which others it holds. */
export interface Worked<T> {
  readonly known: T
  readonly pathless: boolean
  /** False: it holds for this moment only. */
  readonly lasting: boolean
}

/** A line in its parts: the name, and the attributes with the semicolon before them. */
export interface LineParts {
  readonly name: string
  readonly attributes: string
}

/** Where the attributes of a line begin. */
const attributesAt = (line: string): number => {
  const semicolon = line.indexOf(';')
  return semicolon < 0 ? line.length : semicolon
}

/** Whether a line of this name, sent from here, has it. */
const hasShape = (line: string, { host, path }: Place, shape: Shape<unknown>): boolean =>
  line.length - attributesAt(line) === shape.attributes.length &&
  shape.host === host &&
  line.endsWith(shape.attributes) &&
  (shape.directory === null || shape.directory === defaultPath(path))

/**
 * Remembers what was worked out of a `Set-Cookie` line for all that differ from it in nothing but the value, which is what
 * a server sends all the time.
 */
export function createShapes<T>(work: (line: string, parts: LineParts, place: Place) => Worked<T>) {
  const byName = new Map<string, Shape<T>[]>()
  let kept = 0
  /** The one met last: most sites set the same cookie with every answer, and to compare is cheaper than to look up. */
  let last: Shape<T> | null = null

  function keep(name: string, shape: Shape<T>): void {
    if (kept >= KEPT) {
      byName.clear()
      kept = 0
    }
    const shapes = byName.get(name)
    if (shapes === undefined) byName.set(name, [shape])
    else if (shapes.length < KEPT_OF_A_NAME) shapes.push(shape)
    else shapes[kept % KEPT_OF_A_NAME] = shape
    kept++
  }

  function find(line: string, name: string, place: Place): Shape<T> | undefined {
    return byName.get(name)?.find(shape => hasShape(line, place, shape))
  }

  return (line: string, place: Place): T => {
    if (last !== null && line.startsWith(last.start) && hasShape(line, place, last)) return last.known
    const name = line.slice(0, Math.max(0, line.indexOf('=')))
    const found = find(line, name, place)
    if (found !== undefined) {
      last = found
      return found.known
    }
    const { host, path } = place
    const end = attributesAt(line)
    const attributes = line.slice(end)
    const { known, pathless, lasting } = work(line, { name, attributes }, place)
    // Of a line without a name, or with "=" only behind the first semicolon, the value is not known to be a value.
    if (lasting && name !== '' && name.length < end)
      keep(name, { start: `${name}=`, host, attributes, directory: pathless ? defaultPath(path) : null, known })
    return known
  }
}
