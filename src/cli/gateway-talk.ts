import type { GatewayEvent } from '../enforce/gateway/index.ts'
import { cli } from '../messages/index.ts'
import type { Io } from './verb.ts'

/** Codes of TLS by what a person would do about them; any other stands for itself. */
const CERTIFICATE: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificateStrange',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificateStrange',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificateStrange',
  UNABLE_TO_GET_ISSUER_CERT: 'certificateStrange',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificateStrange',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificateOther',
  CERT_HAS_EXPIRED: 'certificateOver',
  CERT_NOT_YET_VALID: 'certificateOver',
}

function awayReason(code: string): string {
  if (code.startsWith('HPE_')) return 'noHttp'
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) return 'noTls'
  return CERTIFICATE[code] ?? code
}

/** What goes on between the gateway and the site behind, for whoever watches the output. */
export function gatewayEventText(event: GatewayEvent, { language }: Io): string {
  const text = cli[language]
  if (event === 'back') return text['gateway.back']
  return 'away' in event
    ? text['gateway.away']({ reason: awayReason(event.away), detail: event.detail })
    : text['gateway.failed']({ reason: event.failed })
}
