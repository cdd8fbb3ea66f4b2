import type { Environment } from './find-executable.ts'
import { type RunningProcess, startProcess } from './start-process.ts'

/** The programs of WebKitGTK that are needed, and a display for them: its MiniBrowser has no headless mode. */
export interface WebkitgtkPrograms {
  readonly driver: string
  readonly browser: string
  readonly display: string
}

/** A display of its own; it takes `folder` along when it ends. */
export const startDisplay = (programs: WebkitgtkPrograms, env: Environment, folder: string): Promise<RunningProcess> =>
  startProcess({
    command: programs.display,
    args: ['-displayfd', '1', '-screen', '0', '1024x768x24', '-nolisten', 'tcp'],
    env,
    ready: /^(\d+)\n/m,
    folder,
  })

/** What is said over loopback, to the driver and by it, goes through no proxy the environment may name. */
export const environmentOn = (env: Environment, display: RunningProcess): Environment => ({
  ...env,
  DISPLAY: `:${display.said}`,
  WAYLAND_DISPLAY: undefined,
  NO_AT_BRIDGE: '1',
  no_proxy: '127.0.0.1',
})
