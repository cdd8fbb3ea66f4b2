/** The parts of the DevTools protocol's events that are read here. */

export interface CallFrame {
  readonly url: string
  readonly lineNumber: number
  readonly columnNumber: number
}

export interface Stack {
  readonly callFrames: readonly CallFrame[]
  readonly parent?: Stack
}

export interface Initiator {
  readonly type: string
  readonly url?: string
  readonly lineNumber?: number
  readonly columnNumber?: number
  readonly stack?: Stack
}

export interface Response {
  readonly url: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly securityDetails?: {
    readonly protocol: string
    readonly subjectName: string
    readonly issuer: string
    readonly validFrom: number
    readonly validTo: number
  }
  readonly securityState?: string
}

export interface RequestWillBeSent {
  readonly requestId: string
  readonly loaderId: string
  readonly frameId?: string
  readonly timestamp: number
  readonly wallTime: number
  readonly type?: string
  readonly initiator: Initiator
  readonly request: {
    readonly url: string
    readonly method: string
    readonly postData?: string
    readonly postDataEntries?: readonly { readonly bytes?: string }[]
  }
  readonly redirectResponse?: Response
  readonly redirectHasExtraInfo?: boolean
}

export interface RequestExtraInfo {
  readonly requestId: string
  readonly associatedCookies: readonly {
    readonly cookie: { readonly name: string }
    readonly blockedReasons: readonly string[]
  }[]
}

export interface ResponseReceived {
  readonly requestId: string
  readonly response: Response
  readonly hasExtraInfo?: boolean
}

export interface ResponseExtraInfo {
  readonly requestId: string
  readonly headers: Readonly<Record<string, string>>
  readonly blockedCookies: readonly { readonly cookieLine: string; readonly blockedReasons: readonly string[] }[]
}
