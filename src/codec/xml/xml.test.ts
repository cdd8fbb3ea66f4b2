import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isElement, type LocatedElement, readXml, writeXml, XML_LIMITS, xmlPath } from './index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const rootOf = (input: string | Uint8Array): LocatedElement => {
  const read = readXml(input)
  if (!read.ok) throw new Error(read.issues[0]?.code)
  return read.value.root
}
const codes = (input: string | Uint8Array) =>
  readXml(input).issues.map(({ code, data }) => [code, ...Object.values(data)])

describe('reading', () => {
  test('elements, attributes and text are found with their places', () => {
    const text = '<a x="1"\r\n   y=\'2\'>\n  text<b:c xmlns:b="urn:b"\n\n b:z="3"/><![CDATA[ <more>]]> &amp; end</a>'
    const read = readXml(text)
    if (!read.ok) throw new Error('not read')
    const { root, at } = read.value
    const inner = root.children.find(isElement)
    expect(root.attributes.map(attribute => [attribute.name, attribute.value, at(attribute)])).toEqual([
      ['x', '1', { line: 1, column: 4 }],
      ['y', '2', { line: 2, column: 4 }],
    ])
    expect(inner).toMatchObject({ name: 'c', namespace: 'urn:b', attributes: [{ name: 'z', namespace: 'urn:b' }] })
    expect(inner && at(inner)).toEqual({ line: 3, column: 7 })
    expect(inner?.attributes.map(attribute => at(attribute))).toEqual([{ line: 5, column: 2 }])
    expect(root.children.at(-1)).toBe(' <more> & end')
  })

  test('a place is counted as editors count, astral characters as two', () => {
    const read = readXml('<a>😀<b/></a>')
    const inner = read.ok ? read.value.root.children.find(isElement) : undefined
    expect(inner && read.ok && read.value.at(inner)).toEqual({ line: 1, column: 6 })
  })

  test('the way to an element counts its brothers of the same name', () => {
    const root = rootOf('<a><b/><c/><b><d/></b></a>')
    const last = root.children.filter(isElement).at(-1)
    expect(xmlPath(last?.children.find(isElement) ?? root)).toEqual(['a', 'b', 1, 'd', 0])
  })

  test('a default namespace holds until another, and xmlns="" ends it', () => {
    const root = rootOf('<a xmlns="urn:a"><b xmlns=""><c/></b><d y="1"/></a>')
    const [b, d] = root.children.filter(isElement)
    expect([root.namespace, b?.namespace, b?.children.filter(isElement)[0]?.namespace, d?.namespace]).toEqual([
      'urn:a',
      '',
      '',
      'urn:a',
    ])
    expect(d?.attributes[0]?.namespace).toBe('')
  })

  test('names that JavaScript knows are only names', () => {
    const root = rootOf('<__proto__ constructor="1" __proto__="2"><toString/></__proto__>')
    expect(root.name).toBe('__proto__')
    expect(root.attributes.map(({ name, value }) => [name, value])).toEqual([
      ['constructor', '1'],
      ['__proto__', '2'],
    ])
  })
})

describe('what is not read', () => {
  test.each([
    ['<a><b></a>', 'tag'],
    ['<a></b>', 'tag'],
    ['<a>', 'tag'],
    ['<a x="1" x="2"/>', 'duplicate'],
    ['<a>&nbsp;</a>', 'entity'],
    ['<a>a & b</a>', 'entity'],
    ['<p:a/>', 'prefix'],
    ['<a p:x="1"/>', 'prefix'],
    ['<a/><b/>', 'root'],
    ['text', 'root'],
    ['\n<?xml version="1.0"?><a/>', 'declaration'],
    ['<a x=1/>', 'attribute'],
    ['<a x/>', 'attribute'],
    ['<a x="<"/>', 'character'],
    ['<a>\u0001</a>', 'character'],
    ['', 'end'],
    ['<a ', 'end'],
  ])('%j is not well-formed', (text, reason) => {
    expect(codes(text)).toEqual([['xml-malformed', reason]])
  })

  test('the place of the fault is told', () => {
    expect(readXml('<a>\n  <b>&nbsp;</b></a>').issues[0]?.at).toEqual({ line: 2, column: 6 })
    expect(readXml('<a>\n  <b>a & b</b></a>').issues[0]?.at).toEqual({ line: 2, column: 8 })
    expect(readXml('<a>\n  <b>a</c></a>').issues[0]?.at).toEqual({ line: 2, column: 11 })
    expect(readXml('<a>\n<![CDATA[a & b]]>').issues).toMatchObject([{ data: { reason: 'tag' } }])
  })

  test('a document type is refused, whatever it defines', () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(1000)}"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>`
    expect(codes(bomb)).toEqual([['xml-doctype']])
    expect(codes('<?xml version="1.0"?>\n<!DOCTYPE html SYSTEM "file:///etc/passwd"><html/>')).toEqual([
      ['xml-doctype'],
    ])
  })

  test.each(['utf-16le', 'utf-16be'])('%s is refused', encoding => {
    const unit = (code: number) => (encoding === 'utf-16le' ? [code & 255, code >> 8] : [code >> 8, code & 255])
    const encode = (text: string) => new Uint8Array([...text].flatMap(character => unit(character.charCodeAt(0))))
    expect(codes(encode('\u{FEFF}<a/>'))).toEqual([['xml-encoding', 'UTF-16']])
    expect(codes(encode('<a/>'))).toEqual([['xml-encoding', 'UTF-16']])
  })

  test('Latin-1 is refused, by its bytes or by what it says of itself', () => {
    expect(codes(new Uint8Array([0x3c, 0x61, 0x3e, 0xe9, 0x3c, 0x2f, 0x61, 0x3e]))).toEqual([
      ['xml-encoding', 'unknown'],
    ])
    expect(codes('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>')).toEqual([['xml-encoding', 'ISO-8859-1']])
  })

  test('plain ASCII is read whatever it says of itself, and the wrong word is told', () => {
    const text = '<?xml version="1.0" encoding="windows-1251"?><a/>'
    expect(readXml(bytes(text))).toMatchObject({ ok: true, issues: [{ code: 'xml-encoding-declared' }] })
    expect(readXml(bytes('<?xml version="1.0" encoding="utf-8"?><a/>')).issues).toEqual([])
  })

  test('a mark before the text is no part of it', () => {
    expect(readXml('\u{FEFF}<?xml version="1.0"?><a/>')).toMatchObject({ ok: true, issues: [] })
    expect(readXml(bytes('\u{FEFF}<?xml version="1.0"?><a/>'))).toMatchObject({ ok: true, issues: [] })
  })

  test.each([
    ['depth', '<a>'.repeat(XML_LIMITS.depth + 1)],
    ['attributes', `<a ${Array.from({ length: XML_LIMITS.attributes + 1 }, (_, at) => `a${at}=""`).join(' ')}/>`],
    ['name', `<${'a'.repeat(XML_LIMITS.name + 1)}/>`],
    ['size', `<a>${' '.repeat(XML_LIMITS.size)}</a>`],
  ] as const)('more %s than the limit', (what, text) => {
    expect(codes(text)).toEqual([['xml-limit', what, XML_LIMITS[what]]])
  })
})

test('whatever is read, it never throws', () => {
  const piece = fc.constantFrom(
    '<a',
    '>',
    '</a>',
    '/>',
    ' x="',
    '"',
    '&',
    ';',
    '<!',
    '--',
    '[CDATA[',
    ']]>',
    '<?xml',
    '?>',
    'xmlns:p="u"',
    'p:',
  )
  const text = fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 20 }).map(pieces => pieces.join(''))
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), input => {
      readXml(input)
    }),
    { numRuns: 500 },
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), input => {
      readXml(input)
    }),
  )
})

test('what is written is read back, mixed text untouched', () => {
  const root = {
    name: 'a',
    namespace: 'urn:a',
    attributes: { x: ' "<&\n\t', '{urn:b}y': '2' },
    children: [
      {
        name: 'b',
        namespace: '',
        attributes: {},
        children: ['one ', { name: 'c', namespace: '', attributes: {}, children: [] }, ' \r]]>'],
      },
    ],
  }
  const read = rootOf(writeXml(root))
  const inner = read.children.find(isElement)
  expect(read.attributes.map(({ name, namespace, value }) => [namespace, name, value])).toEqual([
    ['', 'x', ' "<&\n\t'],
    ['urn:b', 'y', '2'],
  ])
  expect(inner?.namespace).toBe('')
  expect(inner?.children.map(child => (isElement(child) ? child.name : child))).toEqual(['one ', 'c', ' \r]]>'])
})
