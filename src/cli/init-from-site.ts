import { draftFromSite, readOcd, wasSeen } from '../report/index.ts'
import { fileOption } from './observe-file.ts'
import { lookAt, sayFailed } from './observe-look.ts'
import { lookOptions, siteAddress } from './observe-options.ts'
import type { Io, VerbArguments } from './verb.ts'

/** A declaration of what is seen on a site; null: nothing could be seen, which was said. */
export async function declarationFromSite(address: string, args: VerbArguments, io: Io): Promise<string | null> {
  const url = siteAddress(address, io)
  const look = await lookOptions(args, io)
  const known = await fileOption(args, 'ocd', { read: readOcd, io })
  const [site] = (await lookAt([url], look, io)) ?? []
  if (site === undefined) return null
  if (wasSeen(site)) return draftFromSite(site, { language: io.language, ...(known === undefined ? {} : { known }) })
  io.talk(`candor init: ${sayFailed(site, io)}\n`)
  return null
}
