import type { FastifyPluginCallback } from 'fastify'
import type { Door } from './door/index.ts'
import { createDoorKeeper } from './head/head-keeper.ts'
import { nodeMiddleware } from './head/node.ts'

export { createDoor, type Door, type DoorDecision, type DoorMode, type DoorOptions } from './door/index.ts'

/** What tells Fastify that a plugin's hooks are for the whole server, not for the plugin's own routes. */
const FOR_ALL = Symbol.for('skip-override')

/** Stands at the door of a Fastify server: `fastify.register(doorPlugin(door))`. */
export function doorPlugin(door: Door): FastifyPluginCallback {
  const watch = nodeMiddleware(createDoorKeeper(door))
  const plugin: FastifyPluginCallback = (fastify, _options, done) => {
    fastify.addHook('onRequest', (request, reply, next) => {
      watch(request.raw, reply.raw, next)
    })
    done()
  }
  return Object.assign(plugin, { [FOR_ALL]: true })
}
