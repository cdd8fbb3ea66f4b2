import fc from '../../node_modules/fast-check/lib/fast-check.js'

/** The same cases in every run, so that none fails by chance; `SEED=random npm test` looks for others. */
const { SEED = '20261122' } = process.env
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED) })

export default fc
