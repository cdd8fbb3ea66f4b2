import type { IssueCode, IssueData, Observation, State } from '../../model/index.ts'
import type { Context } from './context.ts'

/** One way in which site and declaration part. */
export interface Difference<C extends IssueCode = IssueCode> {
  readonly code: C
  readonly data: IssueData<C>
  readonly subject: string
  /** What the subject is known by again, where its name has something random in it. */
  readonly identity?: string
  /** Of another site; null for the site's own. */
  readonly host: string | null
  /** Places in the declaration that may tell of it, the fittest first. */
  readonly paths: readonly (readonly (string | number)[])[]
  readonly evidence: readonly Observation[]
  /** The states it is about, where those are more than the evidence was seen in. */
  readonly states?: readonly State[]
}

/** A rule by which site and declaration are compared. */
export type DifferenceRule = (context: Context) => readonly Difference[]

/** Holds a code and its data together. */
export const difference = <C extends IssueCode>(told: Difference<C>): Difference => told as unknown as Difference

/** The host, if it is not the site's own. */
export const strange = ({ addresses }: Context, host: string): string | null => (addresses.isOwn(host) ? null : host)

/** An address without what it carries: short enough to be read. */
export function shortUrl(url: string): string {
  const bare = url.replace(/[?#].*$/s, '')
  return bare.length > 200 ? `${bare.slice(0, 199)}…` : bare
}
