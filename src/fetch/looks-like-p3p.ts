/** So much of a file tells what it is: comments and declarations before the first element are seldom longer. */
const GLANCE = 4096

/** What may stand before the outermost element: how it begins and ends. */
const PROLOGUE: readonly (readonly [start: string, end: string])[] = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
]

/** HTML has META too, but never alone, and never with a namespace. */
const ROOT = /^<(?:[\w.-]+:)?(?:POLICIES|POLICY|DATASCHEMA|META(?=\s*>|\s+xml))[\s/>]/

/** Whether a body begins as a P3P file does: other XML, and HTML, begins otherwise. */
export function looksLikeP3p(body: Uint8Array): boolean {
  let rest = new TextDecoder().decode(body.subarray(0, GLANCE)).trimStart()
  for (;;) {
    const piece = PROLOGUE.find(([start]) => rest.startsWith(start))
    if (piece === undefined) return ROOT.test(rest)
    const end = rest.indexOf(piece[1], piece[0].length)
    if (end < 0) return false
    rest = rest.slice(end + piece[1].length).trimStart()
  }
}
