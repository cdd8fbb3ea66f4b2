import { startNotice } from './notice.ts'
import { start } from './start.ts'

const inside = start()
if (inside !== null) startNotice(inside)
