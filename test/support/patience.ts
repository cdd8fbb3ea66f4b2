/** As long as a busy machine may take for what an idle one does at once. */
export const PATIENCE_MS = 60_000
