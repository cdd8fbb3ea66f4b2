export { createGateway, type Gateway } from './create-gateway.ts'
export { createKnownHosts, type KnownHostsOptions } from './known-hosts.ts'
export {
  DEFAULT_LIMITS,
  type Enforcement,
  FAIL_MODES,
  type FailMode,
  type GatewayEvent,
  type GatewayLimits,
  type GatewayOptions,
  type Publication,
} from './options.ts'
