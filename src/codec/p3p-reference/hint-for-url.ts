import type { P3pHint, P3pReferenceFile } from '../../model/index.ts'
import { isHintPath, isHintScope } from '../p3p-xml/index.ts'

const PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' }

/** 2.3.2.6: scheme, host and port; a wildcard stands only at the start of the host. */
function inScope(scope: string, { protocol, hostname, port }: URL): boolean {
  const [, scheme = '', host = '', scopePort] = /^(https?:)\/\/([^:]+)(?::(\d+))?$/.exec(scope.toLowerCase()) ?? []
  const sameHost = host.startsWith('*') ? hostname.endsWith(host.slice(1)) : hostname === host
  return scheme === protocol && sameHost && (scopePort ?? PORTS[scheme]) === (port || PORTS[protocol])
}

/** An illegal hint is as good as none. */
const isLegal = ({ scope, path }: P3pHint): boolean => isHintScope(scope) && path !== '' && isHintPath(path)

/**
 * Where a hint says that another site's reference file is (P3P 1.0, 2.3.2.6): on that very site. What is found
 * there applies to that site alone.
 */
export function hintForUrl(file: P3pReferenceFile, url: string): string | undefined {
  if (!URL.canParse(url)) return undefined
  const target = new URL(url)
  const hint = file.hints.find(one => isLegal(one) && inScope(one.scope, target))
  return hint && new URL(hint.path, target.origin).href
}
