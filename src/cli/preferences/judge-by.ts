import { decodeAppel } from '../../codec/appel/index.ts'
import { decodePrivacyImport, decodeRuleString, isRuleString } from '../../codec/privacy-import/index.ts'
import { p3pOf } from '../../compile/index.ts'
import { declarePreferences, STRENGTH_NAMES, STRENGTHS, type StrengthName } from '../../declare/preferences/index.ts'
import { APPEL_PRESETS, type AppelPresetName, judgeByAppel } from '../../judge/appel/index.ts'
import { preferencesAgent } from '../../judge/preferences/index.ts'
import { privacyImportAgent } from '../../judge/privacy-import/index.ts'
import { cli, sayAppelVerdict, sayObjection, sayPreferenceVerdict } from '../../messages/index.ts'
import {
  type AppelRuleset,
  EMPTY_PRIVACY_IMPORT,
  IMPORT_ZONES,
  type ImportZone,
  type Preferences,
  type PrivacyImport,
  type Result,
} from '../../model/index.ts'
import { readInput } from '../read-input.ts'
import { printable } from '../terminal.ts'
import { type Io, textOption, type VerbArguments, WrongUse } from '../verb.ts'
import { importJson, importPleases, importText } from './import-verdicts.ts'
import { readNamed } from './read-named.ts'
import type { Subject } from './subjects.ts'

/** One subject judged: for programs, for a person, and whether it pleases. */
export interface Judged {
  readonly json: object
  readonly text: string
  readonly pleases: boolean
}

/** Somebody's preferences, ready to judge by. */
export type Judge = (subject: Subject, io: Io) => Judged

/** A file of settings, or the rule string of one party, which then holds for both. */
function readSettings(source: Uint8Array): Result<PrivacyImport> {
  const text = new TextDecoder().decode(source)
  if (!isRuleString(text)) return decodePrivacyImport(source)
  const read = decodeRuleString(text.trim())
  if (!read.ok) return read
  const zones = { internet: { 'first-party': read.value, 'third-party': read.value } }
  return { ...read, value: { ...EMPTY_PRIVACY_IMPORT, zones } }
}

function zoneOption(args: VerbArguments, { language }: Io): ImportZone {
  const asked = textOption(args, 'zone') ?? 'internet'
  const zone = IMPORT_ZONES.find(known => known === asked)
  if (zone !== undefined) return zone
  throw new WrongUse(cli[language]['preferences.zone-unknown']({ zone: asked, zones: IMPORT_ZONES.join(', ') }))
}

async function bySettings(file: string, args: VerbArguments, io: Io): Promise<Result<Judge>> {
  const zone = zoneOption(args, io)
  const read = readSettings(await readInput(file, io))
  if (!read.ok) return read
  const agent = privacyImportAgent(read.value, zone)
  if (agent === null) throw new WrongUse(cli[io.language]['preferences.zone-unset']({ file, zone }))
  const judge: Judge = (subject, { language, colour }) => ({
    json: { privacyImport: { zone, ...importJson(agent, read.value, subject, language) } },
    text: importText(agent, read.value, subject, { language, colour }),
    pleases: importPleases(agent, read.value, subject),
  })
  return { ...read, value: judge }
}

const isPreset = (name: string): name is AppelPresetName => Object.hasOwn(APPEL_PRESETS, name)

async function byRuleset(name: string, io: Io): Promise<Result<Judge>> {
  const read: Result<AppelRuleset> = isPreset(name)
    ? { ok: true, value: APPEL_PRESETS[name], issues: [] }
    : decodeAppel(await readNamed(name, Object.keys(APPEL_PRESETS), io))
  if (!read.ok) return read
  const judge: Judge = ({ policy, own }, { language }) => {
    const full = policy !== null && 'practices' in policy ? p3pOf(policy, language, { policyName: 'policy' }) : policy
    const verdict = judgeByAppel(read.value, full, own === undefined ? {} : { own })
    const text = sayAppelVerdict(verdict, language)
    return {
      json: { appel: { ...verdict, text } },
      text: text.map(line => `${printable(line)}\n`).join(''),
      pleases: verdict.behavior === 'request',
    }
  }
  return { ...read, value: judge }
}

const isStrength = (name: string): name is StrengthName => (STRENGTH_NAMES as readonly string[]).includes(name)

async function byWishes(name: string, io: Io): Promise<Result<Judge>> {
  const read: Result<Preferences> = isStrength(name)
    ? { ok: true, value: STRENGTHS[name], issues: [] }
    : declarePreferences(await readNamed(name, STRENGTH_NAMES, io))
  if (!read.ok) return read
  const agent = preferencesAgent(read.value)
  const judge: Judge = ({ policy, own }, { language }) => {
    const verdict = agent.judge(policy, own)
    const sentence = sayPreferenceVerdict(verdict, language)
    const objections = verdict.objections.map(found => ({ ...found, text: sayObjection(found, language) }))
    return {
      json: { preferences: { wishes: agent.preferences, ...verdict, text: sentence, objections } },
      text: [sentence, ...objections.map(({ text }) => `  - ${text}`)].map(line => `${printable(line)}\n`).join(''),
      pleases: verdict.accepted,
    }
  }
  return { ...read, value: judge }
}

/** Each option that names preferences, and what reads them. */
const READERS: Readonly<Record<string, (name: string, args: VerbArguments, io: Io) => Promise<Result<Judge>>>> = {
  'privacy-import': bySettings,
  appel: (name, _, io) => byRuleset(name, io),
  preferences: (name, _, io) => byWishes(name, io),
}

/** The file or the name that an option gives, and what was read there. */
export interface AskedJudge {
  readonly file: string
  readonly read: Result<Judge>
}

/** What the options name; null where none does. */
export async function askedJudge(args: VerbArguments, io: Io): Promise<AskedJudge | null> {
  const given = Object.entries(READERS).flatMap(([name, read]) => {
    const file = textOption(args, name)
    return file === undefined ? [] : [{ file, read }]
  })
  const [asked, ...others] = given
  if (others.length > 0) throw new WrongUse(cli[io.language]['preferences.several'])
  return asked === undefined ? null : { file: asked.file, read: await asked.read(asked.file, args, io) }
}
