import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '../../src/compile/index.ts'
import { declare } from '../../src/declare/index.ts'
import { type AllSites, openAllSites } from '../../src/sites/index.ts'
import { createAnswer } from './answer.ts'
import { BREACHES } from './breaches/index.ts'
import { HOST_NAMES } from './hosts.ts'

/** What both variants say of themselves. */
export const DECLARATION = join(import.meta.dirname, 'candor.yaml')

export const VARIANTS = ['kept', 'broken'] as const
export type Variant = (typeof VARIANTS)[number]

/** The declaration, compiled, with the places of what it says. */
export function shopPolicy() {
  const declared = declare(readFileSync(DECLARATION, 'utf8'))
  if (!declared.ok) throw new Error(declared.issues.map(({ code }) => code).join(', '))
  const { declaration, locate } = declared.value
  const compiled = compile(declaration, locate)
  if (!compiled.ok) throw new Error(compiled.issues.map(({ code }) => code).join(', '))
  return { policy: compiled.value, locate }
}

/** Opens the shop that keeps its word, or the one that breaks it in every way it knows. */
export function openShop(variant: Variant, port = 0): Promise<AllSites> {
  const answer = createAnswer(shopPolicy().policy, variant === 'kept' ? [] : BREACHES)
  return openAllSites({ hosts: HOST_NAMES, answer, port })
}
