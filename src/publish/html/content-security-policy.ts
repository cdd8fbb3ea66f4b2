import { sha256 } from '@noble/hashes/sha2.js'
import { LABEL_STYLE } from '../svg/frame.ts'
import { NOTICE_STYLE } from './style.ts'

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** CSP 3, 2.3.1 hash-source: a style or script element by its content. */
export const hashSource = (content: string): string => `'sha256-${base64(sha256(new TextEncoder().encode(content)))}'`

/** Nothing but the styles that stand in the notice and in the label, and the icon in its address. */
export const NOTICE_CSP = [
  "default-src 'none'",
  `style-src ${hashSource(NOTICE_STYLE)} ${hashSource(LABEL_STYLE)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')
