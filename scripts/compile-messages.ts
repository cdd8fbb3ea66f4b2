/**
 * Turns `messages/<lang>.json` (ICU MessageFormat, area by area) into typed modules, one an area, under
 * `src/messages/compiled/`, so that no reader of ICU is needed at run time and a bundle holds only the areas it uses.
 * A language that lacks a key or does not speak of an argument fails the build. The messages of issues are divided by the
 * families of their codes: who reports one family need not carry the others.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Flaw } from './messages/flaw.ts'
import {
  camel,
  HEADING,
  interfaceName,
  keysOf,
  type Languages,
  type Messages,
  recordType,
  writeArea,
} from './messages/write-area.ts'
import { writeIfChanged } from './write-if-changed.ts'

const root = join(import.meta.dirname, '..')
const source = join(root, 'messages')
const codes = join(root, 'src/model/codes')
const target = join(root, 'src/messages/compiled')

const ISSUES = 'issue'

function readLanguages(): Languages {
  const files = readdirSync(source).filter(file => file.endsWith('.json'))
  const read = (file: string): Messages => JSON.parse(readFileSync(join(source, file), 'utf8')) as Messages
  return new Map(files.sort().map(file => [file.slice(0, -'.json'.length), read(file)]))
}

/** The codes of each family, by its name: those of the tables in `src/model/codes/`. */
async function readFamilies(): Promise<ReadonlyMap<string, readonly string[]>> {
  const files = readdirSync(codes).filter(file => file.endsWith('.ts') && !['index.ts', 'code.ts'].includes(file))
  const families = files.sort().map(async file => {
    const module = (await import(pathToFileURL(join(codes, file)).href)) as Record<string, unknown>
    const tables = Object.values(module).filter(value => typeof value === 'object' && value !== null)
    return [`${ISSUES}-${file.slice(0, -'.ts'.length)}`, tables.flatMap(table => Object.keys(table as object))] as const
  })
  return new Map(await Promise.all(families))
}

/** All families together, for who may have to say any issue. */
function writeUnion(area: string, parts: readonly string[], languages: Languages): string {
  const spread = (language: string) => `{ ${parts.map(part => `...${camel(part)}.${language}`).join(', ')} }`
  return [
    HEADING,
    ...parts.map(part => `import { type ${interfaceName(part)}, ${camel(part)} } from './${part}.ts'`),
    `export interface ${interfaceName(area)} extends ${parts.map(interfaceName).join(', ')} {}`,
    `export const ${camel(area)}: ${recordType(area, languages)} = {`,
    ...[...languages.keys()].map(language => `  ${language}: ${spread(language)},`),
    '}',
    '',
  ].join('\n')
}

function writeIndex(areas: readonly string[]): string {
  return [
    HEADING,
    ...areas.map(area => `export { type ${interfaceName(area)}, ${camel(area)} } from './${area}.ts'`),
    "export { LANGUAGES } from './languages.ts'",
    '',
  ].join('\n')
}

const writeLanguages = (languages: Languages): string =>
  `${HEADING}\nexport const LANGUAGES = ${JSON.stringify([...languages.keys()])} as const\n`

export async function compileMessages(): Promise<void> {
  const languages = readLanguages()
  const families = await readFamilies()
  const areas = [...new Set([...languages.values()].flatMap(messages => Object.keys(messages)))].sort()
  const written = new Map<string, string>()
  for (const area of areas.filter(name => name !== ISSUES)) {
    written.set(area, writeArea(area, keysOf(area, languages), languages))
  }
  const told = keysOf(ISSUES, languages)
  for (const [family, members] of families) {
    written.set(
      family,
      writeArea(
        ISSUES,
        members.filter(code => told.includes(code)),
        languages,
        family,
      ),
    )
  }
  written.set(ISSUES, writeUnion(ISSUES, [...families.keys()], languages))
  for (const [area, text] of written) writeIfChanged(join(target, `${area}.ts`), text)
  writeIfChanged(join(target, 'languages.ts'), writeLanguages(languages))
  writeIfChanged(join(target, 'index.ts'), writeIndex([...written.keys()]))
}

if (process.argv[1] === import.meta.filename) {
  try {
    await compileMessages()
  } catch (error) {
    if (!(error instanceof Flaw) && !(error instanceof SyntaxError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
