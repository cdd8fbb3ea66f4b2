/** The classes of error of the 2010 study, as bits. */
export const CLASSES = { invalid: 1, missing: 2, conflicting: 4 } as const
export type ErrorClass = keyof typeof CLASSES

/** A site's flag for having a policy at all; the classes' bits stand below it. */
export const HAS_POLICY = 8
