import { Cookie } from 'tough-cookie'
import { readCompactFacts } from '../src/codec/compact/index.ts'
import { compare } from './harness.ts'

const SET_COOKIE =
  'sid=0123456789abcdef0123456789abcdef; Domain=example.com; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Secure'

/** Header values as sites sent them, of different lengths. */
const HEADERS = [
  'CP="NOI ADM DEV PSAi COM NAV OUR OTRo STP IND DEM"',
  'policyref="/w3c/p3p.xml", CP="NOI DSP COR CURa ADMa DEVa TAIa OUR BUS IND UNI COM NAV INT"',
  'CP="CAO PSA OUR"',
  'CP="NOI CURa ADMa DEVa TAIa CONa OUR DELa BUS IND PHY ONL UNI PUR COM NAV DEM STA"',
] as const

/** Reading a header value, without judging, against parsing a cookie line of 111 bytes. */
export async function bench(): Promise<boolean> {
  return compare({
    name: 'read a P3P header value, against tough-cookie parsing Set-Cookie',
    ours: () => {
      let tokens = 0
      for (const header of HEADERS) tokens += readCompactFacts(header)?.tokens ?? 0
      return tokens
    },
    oursPerCall: HEADERS.length,
    theirs: () => Cookie.parse(SET_COOKIE),
    atLeast: 1.5,
  })
}
