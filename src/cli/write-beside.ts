import { rename, writeFile } from 'node:fs/promises'

/** Writes the file whole or not at all: beside its place first, then into it. */
export async function writeBeside(path: string, content: string): Promise<void> {
  const beside = `${path}.${process.pid}.part`
  await writeFile(beside, content)
  await rename(beside, path)
}
