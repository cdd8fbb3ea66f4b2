/** Letters and digits no person would choose: a UUID, or at least so many hexadecimal or decimal digits. */
const RANDOM = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9a-f]*[0-9])[0-9a-f]{16,}|[0-9]{10,}/gi

/** A name with `*` where something random stands in it, so that the same thing is known again at the next visit. */
export const shapeOf = (name: string): string => name.replace(RANDOM, '*')
