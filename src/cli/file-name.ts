/** Whether a word is meant as a file's name: no token has a dot or a slash, and a header has `=`. */
export const isFileName = (word: string): boolean => /[./\\]/.test(word) && !/[=\s]/.test(word)
