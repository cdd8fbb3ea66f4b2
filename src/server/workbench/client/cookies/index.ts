export { cookiePanel } from './cookie-panel.ts'
