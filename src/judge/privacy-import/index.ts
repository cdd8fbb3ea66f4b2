export {
  type ImportCells,
  type PrivacyImportAgent,
  privacyImportAgent,
  siteRuleOf,
} from './agent.ts'
export { levelAsPrivacyImport } from './level-as-import.ts'
