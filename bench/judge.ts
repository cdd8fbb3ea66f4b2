import { Cookie } from 'tough-cookie'
import { ie6 } from '../src/judge/index.ts'
import { compare } from './harness.ts'

const SET_COOKIE =
  'sid=0123456789abcdef0123456789abcdef; Domain=example.com; Path=/; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Secure'

/** Header values of each standing: none wanted, none given, an opt-out, an opt-in. */
const HEADERS = [
  'policyref="/w3c/p3p.xml", CP="NOI DSP COR CURa ADMa DEVa TAIa OUR BUS IND UNI COM NAV INT"',
  'CP="NOI CURa ADMa DEVa TAIa CONa OUR DELa BUS IND PHY ONL UNI PUR COM NAV DEM STA"',
  'CP="NOI CUR ADM DEV CONo OUR DEL IND PHY ONL COM NAV STA"',
  'CP="NOI CUR ADM DEV CONi OUR DEL IND PHY ONL COM NAV STA"',
] as const

/** Reading a header value and judging it at all six levels, for both parties and both lifetimes. */
export async function bench(): Promise<boolean> {
  return compare({
    name: 'read a P3P header value and judge it at every ie6 level, against tough-cookie parsing Set-Cookie',
    ours: () => {
      let accepted = 0
      for (const header of HEADERS)
        if (ie6.verdicts(header)['medium']?.['first-party'].persistent.action === 'accept') accepted++
      return accepted
    },
    oursPerCall: HEADERS.length,
    theirs: () => Cookie.parse(SET_COOKIE),
    atLeast: 1.5,
  })
}
