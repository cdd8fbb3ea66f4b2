import { isIP } from 'node:net'
import { DOOR_MODES, type DoorMode } from '../enforce/door/index.ts'
import { FAIL_MODES, type FailMode } from '../enforce/gateway/index.ts'
import { cli } from '../messages/index.ts'
import { isLoopback } from '../model/index.ts'
import { portOption } from './port-option.ts'
import { flag, type Io, textOption, type VerbArguments, type VerbOptions, WrongUse } from './verb.ts'

const DEFAULT_PORT = 4601
const DEFAULT_HOST = '127.0.0.1'

export const GATEWAY_OPTIONS = {
  to: { type: 'string' },
  mode: { type: 'string' },
  fail: { type: 'string' },
  publish: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  'allow-host': { type: 'string' },
  'host-header': { type: 'string' },
  'trust-proxy': { type: 'boolean' },
  'max-body': { type: 'string' },
  data: { type: 'string' },
  'admin-port': { type: 'string' },
} as const satisfies VerbOptions

const HOST_HEADERS = ['keep', 'to'] as const

export interface AskedGateway {
  readonly to: URL
  readonly mode: DoorMode
  readonly fail: FailMode
  /** Whether what the policy publishes is answered here. */
  readonly publishes: boolean
  readonly port: number
  readonly host: string
  readonly allowedHosts: readonly string[]
  readonly keepHost: boolean
  readonly trustProxy: boolean
  /** Bytes; undefined: as the gateway has it. */
  readonly maxBody: number | undefined
  readonly adminPort: number | undefined
}

function siteBehind(args: VerbArguments, { language }: Io): URL {
  const value = textOption(args, 'to')
  if (value === undefined) throw new WrongUse(cli[language]['gateway.to-missing'])
  const wrong = new WrongUse(cli[language]['gateway.to-bad']({ value }))
  if (!URL.canParse(value)) throw wrong
  const url = new URL(value)
  const isOrigin = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
  if (!/^https?:$/.test(url.protocol) || !isOrigin) throw wrong
  return url
}

/** One of a few words; the first given stands where none is. */
function word<W extends string>(args: VerbArguments, option: string, words: readonly [W, ...W[]], { language }: Io): W {
  const value = textOption(args, option)
  const found = value === undefined ? words[0] : words.find(each => each === value)
  if (found !== undefined) return found
  throw new WrongUse(cli[language]['gateway.word-bad']({ option, choices: words.join(', '), value: value ?? '' }))
}

const UNITS: Readonly<Record<string, number>> = { '': 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3 }

function size(args: VerbArguments, { language }: Io): number | undefined {
  const value = textOption(args, 'max-body')
  if (value === undefined) return undefined
  const [, digits, unit = ''] = /^(\d{1,12})([KMG]?)$/i.exec(value) ?? []
  if (digits === undefined) throw new WrongUse(cli[language]['gateway.size-bad']({ value }))
  return Number(digits) * (UNITS[unit.toUpperCase()] ?? 1)
}

/** A server of one's own answers to any name; on the internet many sites share an address. */
const isNear = ({ hostname }: URL): boolean => {
  const bare = hostname.replace(/^\[|\]$/g, '')
  return isIP(bare) !== 0 || isLoopback(bare) || !bare.includes('.')
}

/** A name or an address without port, everything below a name, or everything. */
const HOST_PATTERN = /^(?:\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\]|[0-9a-f:]*:[0-9a-f:.]*)$/i

function hostNames(args: VerbArguments, { language }: Io): readonly string[] {
  const names = (textOption(args, 'allow-host') ?? '').split(',').flatMap(name => name.trim() || [])
  const wrong = names.find(name => !HOST_PATTERN.test(name))
  if (wrong !== undefined) throw new WrongUse(cli[language]['gateway.host-bad']({ value: wrong }))
  return names.map(name => name.replace(/^\[|\]$/g, ''))
}

function ports(args: VerbArguments, io: Io): Pick<AskedGateway, 'port' | 'adminPort'> {
  const port = portOption(args, 'port', io) ?? DEFAULT_PORT
  const adminPort = portOption(args, 'admin-port', io)
  if (port === adminPort && port !== 0) throw new WrongUse(cli[io.language]['gateway.ports-same']({ port }))
  return { port, adminPort }
}

export function askedGateway(args: VerbArguments, io: Io): AskedGateway {
  const to = siteBehind(args, io)
  const modes = ['enforce', ...DOOR_MODES.filter(mode => mode !== 'enforce')] as const
  const keep =
    textOption(args, 'host-header') === undefined ? isNear(to) : word(args, 'host-header', HOST_HEADERS, io) === 'keep'
  return {
    to,
    mode: word(args, 'mode', modes, io),
    fail: word(args, 'fail', FAIL_MODES, io),
    publishes: word(args, 'publish', ['yes', 'no'], io) === 'yes',
    ...ports(args, io),
    host: textOption(args, 'host') ?? DEFAULT_HOST,
    allowedHosts: hostNames(args, io),
    keepHost: keep,
    trustProxy: flag(args, 'trust-proxy'),
    maxBody: size(args, io),
  }
}
