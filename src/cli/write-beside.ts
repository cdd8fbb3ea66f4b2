import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises'

/** Whether something else than a file stands there: a folder, or a device such as /dev/stdout. */
const isNoFile = (path: string): Promise<boolean> =>
  stat(path).then(
    found => !found.isFile(),
    () => false,
  )

/** Writes the file whole or not at all: beside its place first, then into it, also where a link leads to it. */
export async function writeBeside(path: string, content: string): Promise<void> {
  if (await isNoFile(path)) return writeFile(path, content)
  const place = await realpath(path).catch(() => path)
  const beside = `${place}.${process.pid}.part`
  try {
    await writeFile(beside, content)
    await rename(beside, place)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}
