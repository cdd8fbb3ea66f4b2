export {
  type ImportCells,
  type PrivacyImportAgent,
  privacyImportAgent,
  siteRuleOf,
  zonesOf,
} from './agent.ts'
export { levelAsPrivacyImport } from './level-as-import.ts'
