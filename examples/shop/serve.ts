/** Serves both shops until it is stopped: `npx tsx examples/shop/serve.ts [PORT]`; the broken one on the next port. */
import { openShop, VARIANTS } from './shop.ts'

const first = Number(process.argv[2] ?? 4610)
const about = { kept: 'keeps its word ', broken: 'breaks its word' }

for (const [at, variant] of VARIANTS.entries()) {
  const { proxy } = await openShop(variant, first + at)
  process.stderr.write(
    `The shop that ${about[variant]}: http://shop.localhost:${first + at}/\n` +
      `  candor observe https://shop.example/ --proxy ${proxy} --insecure --allow-private --declaration examples/shop/candor.yaml\n`,
  )
}
