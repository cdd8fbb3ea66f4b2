import { workbench } from '../../../messages/index.ts'
import { compactPanel } from './compact-panel.ts'
import { language } from './language.ts'
import type { CreatePanel } from './panel.ts'
import { startWorkbench } from './workbench.ts'

const text = workbench[language]
const app = document.querySelector<HTMLElement>('#app')

/** The judge of cookies carries the list of public suffixes; the page says where its script stands. */
async function loadCookies(): Promise<CreatePanel> {
  const { cookiePanel } = (await import(app?.dataset['cookies'] ?? '')) as typeof import('./cookies/index.ts')
  return cookiePanel
}

if (app !== null)
  startWorkbench(app, [
    { id: 'compact', title: text['tab.compact'], load: () => compactPanel },
    { id: 'cookies', title: text['tab.cookies'], load: loadCookies },
  ])
