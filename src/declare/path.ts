/** Leads to a place in a declaration: `['practices', 'shop', 'data', 0]`. */
export type Path = readonly (string | number)[]

/** A path as a key of maps and sets. */
export const pathKey = (path: Path): string => JSON.stringify(path)
