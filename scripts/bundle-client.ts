/** Bundles what runs in a visitor's browser into modules that the server can hand out from memory. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin, transform } from 'esbuild'
import { writeIfChanged } from './write-if-changed.ts'

const root = join(import.meta.dirname, '..')
const languages = readdirSync(join(root, 'messages')).map(file => file.replace(/\.json$/, ''))

/** Leaves only one language in the compiled messages: a page speaks one at a time. */
const onlyLanguage = (language: string): Plugin => ({
  name: 'only-language',
  setup({ onLoad }) {
    // The index file ends otherwise and is left as it is.
    onLoad({ filter: /messages[\\/]compiled[\\/][^\\/]*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/= \{ [a-z, -]+ \}\s*$/i, `= { ${language} } as never\n`),
      loader: 'ts',
    }))
  },
})

interface Client {
  /** The constant that it becomes. */
  readonly name: string
  readonly entry: string
  /** `iife` runs as it stands; an `esm` module is there to be imported. */
  readonly format: 'iife' | 'esm'
  /** Whose work besides ours goes out with it, and on what terms. */
  readonly thanks?: string
}

async function bundleScript({ entry, format, thanks }: Client, language: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    write: false,
    minify: true,
    format,
    platform: 'browser',
    target: ['es2020'],
    charset: 'utf8',
    legalComments: 'none',
    banner: thanks === undefined ? {} : { js: `/*!\n${thanks.trim()}\n*/` },
    logLevel: 'warning',
    define: { LANGUAGE: JSON.stringify(language) },
    plugins: [onlyLanguage(language)],
  })
  return outputFiles[0]?.text ?? ''
}

function writeModule(file: string, from: string, declaration: string): void {
  writeIfChanged(join(root, 'src', file), `// Made from ${from} by scripts/bundle-client.ts.\n${declaration}\n`)
}

/** A script in every language, as the declaration of a constant. */
async function declareScripts(client: Client): Promise<string> {
  const scripts = await Promise.all(
    languages.map(async language => [language, await bundleScript(client, language)] as const),
  )
  const type = `Readonly<Record<${languages.map(language => `'${language}'`).join(' | ')}, string>>`
  return `export const ${client.name}: ${type} = ${JSON.stringify(Object.fromEntries(scripts))}`
}

/** What runs on the pages of a site with the notice that asks, and the same without the notice; it finds its words in the page. */
async function bundleConsent(): Promise<void> {
  const folder = 'src/enforce/consent/client'
  const declare = async (name: string, file: string) =>
    `export const ${name}: string = ${JSON.stringify((await bundleScript({ name, entry: `${folder}/${file}`, format: 'iife' }, '')).trim())}`
  const declarations = await Promise.all([
    declare('NOTICE_SCRIPT', 'main.ts'),
    declare('HEADLESS_SCRIPT', 'headless.ts'),
  ])
  writeModule('enforce/generated/consent-scripts.ts', folder, declarations.join('\n'))
}

async function bundleClients(): Promise<void> {
  await bundleConsent()
  const folder = 'src/server/workbench/client'
  const tldts = readFileSync(join(root, 'node_modules/tldts/LICENSE'), 'utf8')
  const thanks = `The Public Suffix List: publicsuffix.org, MPL 2.0.\ntldts: ${tldts}`
  const declarations = await Promise.all([
    declareScripts({ name: 'WORKBENCH_SCRIPTS', entry: `${folder}/main.ts`, format: 'iife' }),
    declareScripts({ name: 'COOKIE_SCRIPTS', entry: `${folder}/cookies/index.ts`, format: 'esm', thanks }),
  ])
  writeModule('server/generated/workbench-scripts.ts', folder, declarations.join('\n'))
  const css = 'src/server/workbench/style.css'
  const { code } = await transform(readFileSync(join(root, css), 'utf8'), {
    loader: 'css',
    minify: true,
    charset: 'utf8',
  })
  writeModule(
    'server/generated/workbench-style.ts',
    css,
    `export const WORKBENCH_STYLE: string = ${JSON.stringify(code.trim())}`,
  )
}

if (process.argv[1] === import.meta.filename) await bundleClients()
