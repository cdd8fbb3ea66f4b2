export { type AppelContext, judgeByAppel } from './judge-by-appel.ts'
export { APPEL_PRESETS, type AppelPresetName } from './presets.ts'
