export { createHeaderChooser, type HeaderChooser } from './p3p-header/choose-header.ts'
