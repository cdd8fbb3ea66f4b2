import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { isPublishedPath } from '../publish/index.ts'

/** What stands where a build is to go. `holds-work`: the declaration or the working folder is inside, so it must stay. */
export type BuildTarget = 'free' | 'ours' | 'foreign' | 'no-folder' | 'holds-work'

const isInside = (path: string, folder: string): boolean => {
  const way = relative(folder, path)
  return way === '' || (!isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`))
}

/** The files of a folder and of all below it, with `/` between their parts. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => !entry.isDirectory())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

async function isPolicyFile(path: string): Promise<boolean> {
  try {
    const policy: unknown = JSON.parse(await readFile(path, 'utf8'))
    return typeof policy === 'object' && policy !== null && 'format' in policy && policy.format === 'candor-policy-1'
  } catch {
    return false
  }
}

/** Ours is a folder that holds a compiled policy, and nothing but what is published of one. */
async function lookInto(folder: string): Promise<BuildTarget> {
  const files = await filesBelow(folder)
  if (files.length === 0) return 'free'
  return files.every(isPublishedPath) && (await isPolicyFile(join(folder, 'policy.json'))) ? 'ours' : 'foreign'
}

/** Looks at where a build is to go. `mustStay` are the paths that a build may not take along when it replaces a folder. */
export async function lookAtTarget(folder: string, mustStay: readonly string[]): Promise<BuildTarget> {
  try {
    const real = await realpath(folder)
    if (!(await stat(real)).isDirectory()) return 'no-folder'
    const staying = await Promise.all(mustStay.map(path => realpath(path)))
    if (staying.some(path => isInside(path, real))) return 'holds-work'
    return await lookInto(real)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return 'free'
    if (code === 'ENOTDIR') return 'no-folder'
    throw error
  }
}
