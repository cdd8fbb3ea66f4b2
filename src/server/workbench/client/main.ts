import { compactPanel } from './compact-panel.ts'
import { startWorkbench } from './workbench.ts'

startWorkbench(document, [compactPanel])
