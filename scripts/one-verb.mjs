// @ts-check
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Leaves one verb in the table of verbs, loaded with it, so that a bundle of the command holds that verb and no other.
 * @param {string} verb
 * @returns {import('esbuild').Plugin}
 */
export const oneVerb = verb => ({
  name: 'one-verb',
  setup({ onLoad, initialOptions }) {
    if (initialOptions.splitting === true) throw new Error('a bundle of one verb is one file')
    onLoad({ filter: /[\\/]src[\\/]cli[\\/]verbs\.ts$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8')
      const others = code.replace(/\(\) => import\('\.\/([\w-]+)\.ts'\)/g, (_, name) =>
        name === verb ? '() => Promise.resolve(only)' : "() => Promise.reject(new Error('another file holds it'))",
      )
      return { contents: `import * as only from './${verb}.ts'\n${others}`, loader: 'ts' }
    })
  },
})

const RUN = join(import.meta.dirname, 'compiled-verb.mjs')

/**
 * Leads the command to the files that hold one verb each, and to `main.js` for all others: so it is one small file.
 * @param {readonly string[]} verbs
 * @returns {import('esbuild').Plugin}
 */
export const quickVerbs = verbs => ({
  name: 'quick-verbs',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]cli[\\/]bin\.ts$/ }, async ({ path }) => {
      const code = await readFile(path, 'utf8')
      const whole = "import('./main.ts')"
      if (!code.includes(whole)) throw new Error(`${path} no longer says ${whole}`)
      const own = "runBundle(fileURLToPath(new URL(process.argv[2] + '.cjs', import.meta.url))).exports"
      const other = "import(new URL('./main.js', import.meta.url).href)"
      const chosen = `(${JSON.stringify(verbs)}.includes(process.argv[2] ?? '') ? ${own} : ${other})`
      const needed = `import { fileURLToPath } from 'node:url'; import { runBundle } from ${JSON.stringify(RUN)}`
      return { contents: code.replace(whole, chosen).replace('\n', `\n${needed}\n`), loader: 'ts' }
    })
  },
})
