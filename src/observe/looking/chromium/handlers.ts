type Handler = (params: never, session: string) => void
/** By the protocol's name of the event. */
export type Handlers = Readonly<Record<string, Handler>>

export const handler = <P>(handle: (params: P, session: string) => void): Handler => handle as Handler
