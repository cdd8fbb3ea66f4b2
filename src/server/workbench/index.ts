export { workbench } from './resources.ts'
