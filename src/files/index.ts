export { makeFolder } from './make-folder.ts'
export { changesOf } from './watch-file.ts'
