import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { makeFolder } from '../files/index.ts'

export type FolderFiles = ReadonlyMap<string, string | Uint8Array>

async function writeAll(folder: string, files: FolderFiles): Promise<void> {
  for (const [path, content] of files) {
    const file = join(folder, path)
    await makeFolder(dirname(file))
    await writeFile(file, content)
  }
}

/** Puts the new folder where the old one is, if there is one; should that fail, the old one is put back. */
async function swap(folder: string, fresh: string, aside: string): Promise<void> {
  const moved = await rename(folder, aside).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
  try {
    await rename(fresh, folder)
  } catch (error) {
    if (moved) await rename(aside, folder)
    throw error
  }
}

/**
 * Makes the folder hold these files and no others: all of them, or none. They are written beside it first, so that
 * whoever reads it meanwhile finds the old ones whole. Throws what the file system throws.
 */
export async function replaceFolder(folder: string, files: FolderFiles): Promise<void> {
  await makeFolder(dirname(folder))
  const workplace = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`))
  try {
    const fresh = join(workplace, 'new')
    await mkdir(fresh)
    await writeAll(fresh, files)
    await swap(folder, fresh, join(workplace, 'old'))
  } finally {
    await rm(workplace, { recursive: true, force: true })
  }
}
