import type { FastifyPluginCallback } from 'fastify'
import { consentMiddleware } from './asking/node.ts'
import type { Consent } from './consent/consent.ts'
import type { Door } from './door/index.ts'
import { createDoorKeeper } from './head/head-keeper.ts'
import { nodeMiddleware } from './head/node.ts'

export { pageFor } from './asking/node.ts'
export { createDoor, type Door, type DoorDecision, type DoorMode, type DoorOptions } from './door/index.ts'

/** What tells Fastify that a plugin's hooks are for the whole server, not for the plugin's own routes. */
const FOR_ALL = Symbol.for('skip-override')

const forAll = (plugin: FastifyPluginCallback): FastifyPluginCallback => Object.assign(plugin, { [FOR_ALL]: true })

/** Stands at the door of a Fastify server: `fastify.register(doorPlugin(door))`. */
export function doorPlugin(door: Door): FastifyPluginCallback {
  const watch = nodeMiddleware(createDoorKeeper(door))
  return forAll((fastify, _options, done) => {
    fastify.addHook('onRequest', (request, reply, next) => {
      watch(request.raw, reply.raw, next)
    })
    done()
  })
}

/** Answers what visitors choose: `fastify.register(consentPlugin(consent))`, after the door. */
export function consentPlugin(consent: Consent): FastifyPluginCallback {
  const answer = consentMiddleware(consent)
  return forAll((fastify, _options, done) => {
    fastify.addHook('onRequest', (request, reply, next) => {
      let isOurs = true
      answer(request.raw, reply.raw, () => {
        isOurs = false
      })
      if (isOurs) reply.hijack()
      else next()
    })
    done()
  })
}
