export { type AllSites, openAllSites, type SiteRequest, type SiteResponse } from './all-sites.ts'
