/** Looks at a site and says each page it has done, until it ends or is killed: URL and folder are its arguments. */
import { observeSite } from '../../src/observe/index.ts'

const [, , url = '', resume = ''] = process.argv

await observeSite({
  url,
  resume,
  states: ['before', 'accepted'],
  looking: { env: process.env, allowPrivate: true, ownPagesOnly: true },
  limits: { quiet: 100 },
  delay: 0,
  tell: progress => {
    if (progress.kind === 'page') process.stdout.write(`${progress.state} ${new URL(progress.page).pathname}\n`)
  },
})
