import { type Candor, createCandor, type Inside } from './candor.ts'

declare global {
  interface Window {
    candor?: Candor
  }
}

/** Begins with the state that the server wrote into the page; null where it wrote none, or another began before. */
export function start(): Inside | null {
  const state = document.querySelector<HTMLElement>('[data-state]#candor-ui')?.dataset['state']
  if (state === undefined || window.candor !== undefined) return null
  const inside = createCandor(JSON.parse(state), document.currentScript?.nonce ?? '')
  window.candor = inside.candor
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => inside.candor.wake())
  else void inside.candor.wake()
  return inside
}
