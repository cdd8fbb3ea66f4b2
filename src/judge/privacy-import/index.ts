export {
  type ImportCells,
  type ImportReason,
  type ImportVerdict,
  type PrivacyImportAgent,
  privacyImportAgent,
  siteRuleOf,
  zonesOf,
} from './agent.ts'
export { levelAsPrivacyImport } from './level-as-import.ts'
