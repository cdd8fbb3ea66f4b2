import { compileMessages } from '../../scripts/compile-messages.ts'

export const setup = (): Promise<void> => compileMessages()
