import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Extension } from '../page/content-security.ts'
import { asciiBytes, createAsciiBytes, inAscii } from './ascii-bytes.ts'
import type { HostRules } from './host-rules.ts'
import { LONGEST_HELD } from './page-scan.ts'
import { PageRewriter } from './rewrite-page.ts'

const NOTICE = '<dialog>May we?</dialog>'
const RULE = { practices: 'ads', held: true }
const HELD: HostRules = {
  of: host => (host === 'ads.example' ? RULE : null),
  namedIn: text => (text.includes('ads.example') ? RULE : null),
}

interface Rewriting {
  readonly contentType?: string
  readonly notice?: string
  readonly rules?: HostRules | null
  readonly needed?: Extension | null
}

const rewriter = ({ contentType = 'text/html', notice = NOTICE, rules = null, needed = null }: Rewriting = {}) =>
  new PageRewriter({ contentType, notice: notice === '' ? [] : [asciiBytes(notice)], rules, needed })

function rewrite(pieces: readonly Uint8Array[], options?: Rewriting): Buffer {
  const page = rewriter(options)
  return Buffer.concat([...pieces.flatMap(piece => [...page.push(Buffer.from(piece))]), ...page.finish()])
}
const text = (html: string, options?: Rewriting): string =>
  rewrite([Buffer.from(html, 'latin1')], options).toString('latin1')

/** `|` marks the place; the page without it goes in. */
const PLACES: readonly (readonly [string, string])[] = [
  ['after the tag', '<!doctype html><html><head><title>x</title></head><body>|<p>x'],
  ['after a tag with > in its attributes', `<body data-a="1>2" data-b='>' data-c=">">|x`],
  ['whatever its letters and spaces', '<BODY\n\tclass=x\n>|x'],
  ['after a tag that closes itself', '<body/>|x'],
  ['not at a tag in a comment', '<!-- <body> --><body>|'],
  ['not at a tag in a comment that ends oddly', '<!-- <body> --!><body>|'],
  ['after comments that end at once', '<!--><body>|--> <!---><body>'],
  ['not after an exclamation mark at the beginning of a comment', '<!--!><body>--><body>|'],
  ['not in a title', '<title><body></title><body>|'],
  ['not in a script', '<script>"<body>"</script><body>|'],
  ['not in a script within a comment of a script', '<script><!--<script></script><body>--></script><body>|'],
  ['not in a style', '<style>/*<body>*/</style ><body>|'],
  ['not in a template', '<template><body><p>x</p></template><body>|'],
  ['not in a noscript of the head', '<head><noscript><img src=x><body></noscript></head><body>|'],
  ['not in a declaration', '<!DOCTYPE html PUBLIC "<body"><body>|'],
  ['not in what only looks like a declaration', '<?xml version="1.0"?></ body><!x <body><body>|'],
  ['before the first element of a body without a tag', '<!doctype html><title>x</title>\n|<p>x<body>'],
  ['before its text', '<title>x</title> \n |x'],
  ['before a < that begins no tag', '<title>x</title>|< p'],
  ['before a noscript after the head', '<head></head>|<noscript>x</noscript>'],
  ['before the end of a page without a body', '<html><head></head>|</html>'],
  ['before an end tag that begins a body', '<title>x</title>|</br>'],
  ['at the end of a page that is all head', '<title>x</title>\n|'],
  ['before an unknown element with a long name', `|<${'x'.repeat(100)}>`],
  ['before a picture', '|<svg><title>x</title></svg>'],
  ['after an end tag that ends nothing', '</p></div>|x'],
]

describe('the notice', () => {
  test.each(PLACES)('goes in %s', (_, marked) => {
    const page = marked.replace('|', '')
    const expected = marked.replace('|', NOTICE)
    expect(text(page)).toBe(expected)
    const one = rewrite(Array.from(page, letter => Buffer.from(letter)))
    expect(one.toString()).toBe(expected)
  })

  test.each([
    ['a page of frames', '<html><frameset><frame src=a></frameset></html>'],
    ['nothing', ''],
    ['a page that ends in a comment', '<title>x</title><!-- '],
    ['a page that ends in a script', '<script>x'],
    ['a page that ends in a tag', '<title>x</title><body class="'],
    ['a page that ends in a template', '<template><p>x'],
  ])('does not go into %s', (_, page) => expect(text(page)).toBe(page))

  test('goes in once', () => expect(text('<body><body><p><body>')).toBe(`<body>${NOTICE}<body><p><body>`))

  test('comes out as soon as its place is known, and what follows passes at once', () => {
    const page = rewriter()
    expect(Buffer.concat(page.push(Buffer.from('<html><bo')) as Buffer[]).toString()).toBe('<html>')
    expect(Buffer.concat(page.push(Buffer.from('dy')) as Buffer[]).toString()).toBe('')
    expect(Buffer.concat(page.push(Buffer.from('><p')) as Buffer[]).toString()).toBe(`<body>${NOTICE}<p`)
    const rest = Buffer.from('<script')
    expect(page.push(rest)[0]).toBe(rest)
  })

  test('a tag is held back only until its name is known', () => {
    const page = rewriter()
    page.push(Buffer.from('<title>x</title>'))
    expect(Buffer.concat(page.push(Buffer.from('<meta content="')) as Buffer[]).toString()).toBe('<meta content="')
  })
})

describe('encodings', () => {
  test.each([
    ['UTF-16 by its mark', [0xff, 0xfe], 'utf16le', 'text/html'],
    ['UTF-16 by its header', [], 'utf16le', 'text/html; charset=UTF-16LE'],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf], 'utf8', 'text/html; charset=utf-16'],
  ] as const)('%s', (_, mark, encoding, contentType) => {
    const page = Buffer.concat([Buffer.from(mark), Buffer.from('<title>Ж</title><p>я', encoding)])
    const expected = Buffer.concat([Buffer.from(mark), Buffer.from(`<title>Ж</title>${NOTICE}<p>я`, encoding)])
    expect(rewrite([page], { contentType })).toEqual(expected)
    expect(
      rewrite(
        Array.from(page, byte => Buffer.from([byte])),
        { contentType },
      ),
    ).toEqual(expected)
  })

  test('UTF-16 with the big end first', () => {
    const page = Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('<body>я', 'utf16le').swap16()])
    const expected = Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(`<body>${NOTICE}я`, 'utf16le').swap16()])
    expect(rewrite([page])).toEqual(expected)
    expect(rewrite([page], { contentType: 'text/html; charset=utf-16be' })).toEqual(expected)
  })

  test('ISO-2022-JP, in which half a letter can be a <', () => {
    expect(text('<title>\x1b$B<body>\x1b(B</title><body>x')).toBe(`<title>\x1b$B<body>\x1b(B</title><body>${NOTICE}x`)
    expect(text('<title>x</title><!--\x1b$B-->\x1b(B--><body>')).toBe(
      `<title>x</title><!--\x1b$B-->\x1b(B--><body>${NOTICE}`,
    )
  })

  test('a notice in any letters is written so that every encoding reads it', () => {
    expect(inAscii('<p>Да 🍪</p>')).toBe('<p>&#1044;&#1072; &#127850;</p>')
    const bytesOf = createAsciiBytes()
    const long = 'Да '.repeat(500)
    expect(bytesOf(long).toString()).toBe('&#1044;&#1072; '.repeat(500))
    expect(bytesOf(long)).toBe(bytesOf(`${long}`))
  })

  test('half a character at the end is kept', () => {
    const page = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('<title>x</title>', 'utf16le'),
      Buffer.from([7]),
    ])
    expect(rewrite([page], { notice: '', rules: HELD })).toEqual(page)
  })
})

describe('what is held', () => {
  const held = (html: string) => text(html, { notice: '', rules: HELD })

  test.each([
    [
      '<script async src="https://ads.example/a.js"></script>',
      '<script data-candor-practice="ads" type="text/plain" async data-candor-src="https://ads.example/a.js"></script>',
    ],
    [
      '<script type=module src=//ads.example/a.js></script>',
      '<script data-candor-practice="ads" type="text/plain" data-candor-type=module data-candor-src=//ads.example/a.js></script>',
    ],
    [
      "<IMG alt='>' SRC='HTTPS://ADS.EXAMPLE:443/p.gif'>",
      "<IMG data-candor-practice=\"ads\" alt='>' data-candor-SRC='HTTPS://ADS.EXAMPLE:443/p.gif'>",
    ],
    [
      '<img src=/a srcset="/b 1x, https://ads.example/c 2x">',
      '<img data-candor-practice="ads" data-candor-src=/a data-candor-srcset="/b 1x, https://ads.example/c 2x">',
    ],
    [
      '<iframe src="https:\\\\ads.example/"></iframe>',
      '<iframe data-candor-practice="ads" data-candor-src="https:\\\\ads.example/"></iframe>',
    ],
    [
      '<img src="&#104;ttps&#x3a;//ads.example/"/>',
      '<img data-candor-practice="ads" data-candor-src="&#104;ttps&#x3a;//ads.example/"/>',
    ],
    [
      '<noscript><img src="https://ads.example/p"></noscript>',
      '<noscript><img data-candor-practice="ads" data-candor-src="https://ads.example/p"></noscript>',
    ],
    [
      '<link rel=preload as=script href=https://ads.example/a.js>',
      '<link data-candor-practice="ads" rel=preload as=script data-candor-href=https://ads.example/a.js>',
    ],
    // Of two the second counts as soon as the first has another name.
    [
      '<img src=//ads.example/p src="//ads.example/p">',
      '<img data-candor-practice="ads" data-candor-src=//ads.example/p data-candor-src="//ads.example/p">',
    ],
    [
      '<video poster=//ads.example/p><source src=/own><source src=//ads.example/v></video>',
      '<video data-candor-practice="ads" data-candor-poster=//ads.example/p><source src=/own><source data-candor-practice="ads" data-candor-src=//ads.example/v></video>',
    ],
    [
      '<iframe srcdoc="<script src=&quot;//ads.example/a.js&quot;></script>"></iframe>',
      '<iframe data-candor-practice="ads" data-candor-srcdoc="<script src=&quot;//ads.example/a.js&quot;></script>"></iframe>',
    ],
    [
      '<svg><image xlink:href="//ads.example/p"/><script href="http:ads.example/a.js"/></svg><input type=image src=//ads.example/p>',
      '<svg><image data-candor-practice="ads" data-candor-xlink:href="//ads.example/p"/><script data-candor-practice="ads" type="text/plain" data-candor-href="http:ads.example/a.js"/></svg><input data-candor-practice="ads" type=image data-candor-src=//ads.example/p>',
    ],
    [
      '<img src=p><base target=_top><base href=//ads.example/a/><base href=/><img src=p><img src=//own.example/p>',
      '<img src=p><base target=_top><base href=//ads.example/a/><base href=/><img data-candor-practice="ads" data-candor-src=p><img src=//own.example/p>',
    ],
    [
      '<svg><script/><title>x</title></svg><img src=//ads.example/p>ads.example</script>',
      '<svg><script/><title>x</title></svg><img data-candor-practice="ads" data-candor-src=//ads.example/p>ads.example</script>',
    ],
    [
      '<script>load("https://ads.example/a.js")</script>',
      '<script data-candor-practice="ads" type="text/plain">load("https://ads.example/a.js")</script>',
    ],
  ])('%s', (page, expected) => {
    expect(held(page)).toBe(expected)
    const options = { notice: '', rules: HELD }
    expect(
      rewrite(
        Array.from(page, letter => Buffer.from(letter)),
        options,
      ).toString(),
    ).toBe(expected)
  })

  test.each([
    '<script src="/a.js?x=//ads.example/"></script>',
    '<script src="https://other.example/ads.example/"></script>',
    '<a href="https://ads.example/">x</a>',
    '<script type="application/ld+json">"https://ads.example/"</script>',
    '<!-- <script src="https://ads.example/a.js"></script> -->',
    '<textarea><img src="https://ads.example/p"></textarea>',
    '<img alt=\'src="https://ads.example/p"\'>',
    '<svg><![CDATA[<img src="https://ads.example/p">]]></svg>',
    // An end tag ends what it is in, although the SVG was not ended.
    '<div><svg><path></div><script>x = "<img src=https://ads.invalid/p>"</script><title><img src=//ads.example></title>',
    '<img src="data:image/gif;base64,x"><img src="http://[/"><img src>',
  ])('but not %s', page => expect(held(page)).toBe(page))

  test('what is allowed is only marked, so that the page knows what it runs', () => {
    const rules: HostRules = { of: () => ({ practices: 'ads', held: false }), namedIn: () => null }
    expect(text('<script type=module src=//ads.example></script>', { notice: '', rules })).toBe(
      '<script data-candor-practice="ads" type=module src=//ads.example></script>',
    )
  })

  test('a tag that names an attribute twice is judged by the first, as a browser does', () => {
    const page = '<img src=/own src=https://ads.example/p>'
    expect(held(page)).toBe(page)
  })

  test('the rest of the page is looked through after the notice is in', () => {
    expect(text('<body><img src=//ads.example>', { rules: HELD })).toBe(
      `<body>${NOTICE}<img data-candor-practice="ads" data-candor-src=//ads.example>`,
    )
  })

  test('what grows beyond measure is let go, and what comes after it is seen again', () => {
    const page = rewriter({ notice: '', rules: HELD })
    const long = Buffer.from(`<img alt="${'x'.repeat(LONGEST_HELD)}`)
    expect(Buffer.concat(page.push(long) as Buffer[])).toEqual(long)
    expect(Buffer.concat(page.push(Buffer.from('"><img src=//ads.example>')) as Buffer[]).toString()).toBe(
      '"><img data-candor-practice="ads" data-candor-src=//ads.example>',
    )
    expect(page.heldTags).toBe(1)
  })
})

describe('a page that restricts itself in its head', () => {
  const needed: Extension = {
    needed: {
      script: ["'sha256-s'"],
      style: ["'sha256-t'"],
      connect: [],
      form: ['https://shop.example/candor/choices'],
    },
    origin: 'https://shop.example',
  }
  const restricted = (html: string) => text(html, { needed })

  test.each([
    [
      `<meta http-equiv="Content-Security-Policy" content="script-src 'self'">`,
      `<meta content="script-src 'self' 'sha256-s'" http-equiv="Content-Security-Policy" content="script-src 'self'">`,
    ],
    [
      `<META CONTENT='default-src &quot;x&quot; &#39;self&apos;; form-action a&#x2e;b?c=1&d=2' HTTP-EQUIV=content&#45;security-policy />`,
      `<META content="default-src &quot;x&quot; 'self'; form-action a.b?c=1&amp;d=2 https://shop.example/candor/choices; ` +
        `script-src &quot;x&quot; 'self' 'sha256-s'; style-src &quot;x&quot; 'self' 'sha256-t'" ` +
        `CONTENT='default-src &quot;x&quot; &#39;self&apos;; form-action a&#x2e;b?c=1&d=2' HTTP-EQUIV=content&#45;security-policy />`,
    ],
  ])('allows the notice too: %s', (page, expected) => {
    expect(restricted(`<head>${page}</head><body>`)).toBe(`<head>${expected}</head><body>${NOTICE}`)
    const one = rewrite(
      Array.from(`${page}<body>`, letter => Buffer.from(letter)),
      { needed },
    )
    expect(one.toString()).toBe(`${expected}<body>${NOTICE}`)
  })

  test.each([
    `<meta http-equiv="Content-Security-Policy" content="img-src 'self'">`,
    `<meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline'">`,
    '<meta http-equiv="Content-Security-Policy">',
    '<meta http-equiv="refresh" content="script-src x">',
    '<meta name="Content-Security-Policy" content="script-src x">',
    '<meta http-equiv="Content-Security-Policy" content="script-src \xe9">',
    '<!-- <meta http-equiv="Content-Security-Policy" content="script-src x"> -->',
  ])('stays as it is where nothing is to be allowed: %s', page => {
    expect(restricted(`${page}<body>`)).toBe(`${page}<body>${NOTICE}`)
  })

  test('in a body such a tag means nothing, and where no notice goes in nothing is needed', () => {
    const meta = '<meta http-equiv="Content-Security-Policy" content="script-src x">'
    expect(restricted(`<body>${meta}`)).toBe(`<body>${NOTICE}${meta}`)
    expect(text(`${meta}<body>`, { notice: '', rules: HELD })).toBe(`${meta}<body>`)
  })
})

/** Pages of what is hard, and the cuts that they come in. */
const hard = fc.array(
  fc.constantFrom(
    ...'< > / = " \' - ! ? a script style title body head html p img src template noscript svg textarea frameset'.split(
      ' ',
    ),
    ...[
      '<!--',
      '-->',
      '<script',
      '</script>',
      '<body',
      '<img src=//ads.example',
      '<![CDATA[',
      ']]>',
      ' ',
      '\n',
      'я',
      '\0',
      '\x1b$',
    ],
  ),
  { maxLength: 60 },
)
const cuts = fc.array(fc.nat(200), { maxLength: 12 })

const cutUp = (bytes: Buffer, at: readonly number[]): Buffer[] => {
  const places = [0, ...at.map(place => Math.min(place, bytes.length)).sort((a, b) => a - b), bytes.length]
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end))
}

describe('any page', () => {
  const options = { rules: HELD }
  test('is the same but for what is put in, wherever it is cut', () => {
    fc.assert(
      fc.property(hard, cuts, (parts, at) => {
        const page = Buffer.from(parts.join(''))
        const whole = rewrite([page], options)
        expect(rewrite(cutUp(page, at), options)).toEqual(whole)
        const stripped = whole
          .toString('latin1')
          .replace(NOTICE, '')
          .replaceAll(/ data-candor-practice="ads"(?: type="text\/plain")?|data-candor-/g, '')
        expect(stripped).toBe(page.toString('latin1'))
      }),
      { numRuns: 3000 },
    )
  })

  test('keeps nothing of an earlier tag for a later one', () => {
    const page = '<body><p/><svg><p" /><script><img src=//ads.example>'
    expect(
      rewrite(
        cutUp(
          Buffer.from(page),
          Array.from(page, (_, at) => at),
        ),
        options,
      ),
    ).toEqual(rewrite([Buffer.from(page)], options))
  })

  /** Cut into bytes no tag is ever there as a whole: what is passed over in one go must be what one would pass over step by step. */
  test('is the same read in one go and byte by byte', () => {
    const tag = fc
      .tuple(
        fc.constantFrom('p', 'a', 'b', 'img', 'script', 'link', 'title', 'svg', 'imgs', 'scripts', 'x-a'),
        fc.array(
          fc.constantFrom(
            ...[' ', '\n', '/', '=', '"', "'", '>', '<', 'x', 'src', ' a', ' a=b', ' a="', " b='", '" ', "' ", '<!--'],
            ...[' src=//ads.example', ' src="//ads.example"', '="<img src=//ads.example>"', " t='a > b'", ' c = d'],
          ),
          { maxLength: 8 },
        ),
        fc.constantFrom('>', '/>', ' >', '></p>', '', '>x < y</a>', '></script>', '></title x>', '></svg>', '>-->'),
      )
      .map(([name, attributes, end]) => `<${name}${attributes.join('')}${end}`)
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 8 }), tags => {
        const page = Buffer.from(`<body>${tags.join('')}<img src=//ads.example>`)
        expect(rewrite([page], options)).toEqual(
          rewrite(
            Array.from(page, byte => Buffer.from([byte])),
            options,
          ),
        )
      }),
      { numRuns: 2000 },
    )
  })

  test('of bytes without sense comes out whole', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), cuts, (bytes, at) => {
        const out = rewrite(cutUp(Buffer.from(bytes), at), { notice: '', rules: HELD })
        expect(out).toEqual(Buffer.from(bytes))
      }),
      { numRuns: 1000 },
    )
  })
})
