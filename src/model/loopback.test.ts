import { expect, test } from 'vitest'
import { isLoopback } from './loopback.ts'

test.each([
  'localhost',
  'LOCALHOST',
  'shop.localhost',
  '127.0.0.1',
  '127.9.9.9',
  '::1',
  '[::1]',
  '0:0:0:0:0:0:0:1',
  '::ffff:127.0.0.1',
])('%s is the machine itself', host => expect(isLoopback(host)).toBe(true))

test.each([
  '',
  'localhost.example',
  'notlocalhost',
  '128.0.0.1',
  '127.0.0.1.example',
  '127.example',
  '10.127.0.0',
  '::',
  '::2',
  '::11',
  'fe80::1',
  '1::1',
])('but not "%s"', host => expect(isLoopback(host)).toBe(false))
