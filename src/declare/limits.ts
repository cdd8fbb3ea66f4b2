/** The largest declaration, in bytes as in UTF-16 code units: a hundred times a long one. */
export const LARGEST = 1_048_576

/** Deeper than any declaration goes, and far from what a stack can hold. */
export const DEEPEST = 32

/** More problems than these nobody mends in one go. */
export const MOST_ISSUES = 200

/** Keys that objects of JavaScript have of themselves. */
export const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype']
