// @ts-check
import { readFile } from 'node:fs/promises'

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
