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

function readPolicy() {
  const declared = declare(readFileSync(DECLARATION, 'utf8'))
  const compiled = declared.ok ? compile(declared.value.declaration, declared.value.locate) : declared
  if (!compiled.ok) throw new Error(compiled.issues.map(({ code }) => code).join(', '))
  return compiled.value
}

/** Opens the shop that keeps its word, or the one that breaks it in every way it knows. */
export const openShop = (variant: Variant, port = 0): Promise<AllSites> =>
  openAllSites({ hosts: HOST_NAMES, answer: createAnswer(readPolicy(), variant === 'kept' ? [] : BREACHES), port })
