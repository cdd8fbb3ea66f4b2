/** Serves both shops until it is stopped: `npx tsx examples/shop/serve.ts [PORT]`; the one that breaks its word on the next port. */
import { openShop, VARIANTS } from './shop.ts'

const first = Number(process.argv[2] ?? 4610)
const says = { kept: 'A shop that keeps its word:   ', broken: 'A shop that breaks its word:  ' }
const say = (text: string) => void process.stderr.write(`${text}\n`)

try {
  for (const [at, variant] of VARIANTS.entries()) {
    await openShop(variant, first + at)
    say(`${says[variant]} http://shop.localhost:${first + at}/`)
  }
  say('What Candor sees in the second one, in another terminal:')
  say(
    `  npm run candor -- observe https://shop.example/ --proxy 127.0.0.1:${first + 1} --insecure --declaration examples/shop/candor.yaml`,
  )
} catch (error) {
  say(
    `The example shop is not served: ${error instanceof Error ? error.message : error}. Another port: npx tsx examples/shop/serve.ts PORT`,
  )
  process.exit(2)
}
