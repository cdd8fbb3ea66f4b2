import { LEVEL_PARTIES, type LevelCells, type LevelParty, LIFETIMES, type Lifetime } from './level-report.ts'

/** A whole level, or a party at it, or one cell: as few words as tell what a repair mends. */
export interface MendedPlace {
  readonly level: string
  readonly party: LevelParty | null
  readonly lifetime: Lifetime | null
}

/** Gathers a repair's cells: a level or party is whole when every cell of it that refused is mended. */
export function mendedPlaces(
  levels: Readonly<Record<string, LevelCells>>,
  mends: readonly string[],
): readonly MendedPlace[] {
  return Object.entries(levels).flatMap(([level, cells]) => {
    const parties = LEVEL_PARTIES.map(party => {
      const refused = LIFETIMES.filter(lifetime => cells[party][lifetime].action !== 'accept')
      return { party, refused, mended: refused.filter(lifetime => mends.includes(`${level}/${party}/${lifetime}`)) }
    })
    if (parties.every(({ mended }) => mended.length === 0)) return []
    if (parties.every(({ mended, refused }) => mended.length === refused.length))
      return [{ level, party: null, lifetime: null }]
    return parties.flatMap(({ party, refused, mended }): readonly MendedPlace[] =>
      mended.length > 0 && mended.length === refused.length
        ? [{ level, party, lifetime: null }]
        : mended.map(lifetime => ({ level, party, lifetime })),
    )
  })
}
