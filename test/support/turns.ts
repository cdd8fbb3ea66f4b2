const TURN_MS = 5

/**
 * Lets everything in this process that has something to do do it, so many times over. It takes longer where the machine is
 * busy elsewhere, and nothing passes in the meantime, as it would with a time.
 */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise(resolve => setTimeout(resolve, TURN_MS))
}
