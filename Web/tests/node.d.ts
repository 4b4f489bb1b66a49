// As much of node as the tests use: Debian has no declarations of it, and nothing is downloaded to check them.

declare module 'node:assert/strict' {
  type Message = string | Error
  type Expected = RegExp | object | ((error: Error) => boolean)

  function assert(value: unknown, message?: Message): asserts value
  namespace assert {
    function ok(value: unknown, message?: Message): asserts value
    function equal(actual: unknown, expected: unknown, message?: Message): void
    function notEqual(actual: unknown, expected: unknown, message?: Message): void
    function deepEqual(actual: unknown, expected: unknown, message?: Message): void
    function notDeepEqual(actual: unknown, expected: unknown, message?: Message): void
    function match(text: string, pattern: RegExp, message?: Message): void
    function doesNotMatch(text: string, pattern: RegExp, message?: Message): void
    function throws(run: () => unknown, expected?: Expected, message?: Message): void
    function doesNotThrow(run: () => unknown, message?: Message): void
    function rejects(made: Promise<unknown> | (() => Promise<unknown>), expected?: Expected): Promise<void>
    function fail(message?: Message): never
  }
  export default assert
}

declare module 'node:test' {
  interface Mock { callCount(): number, calls: { arguments: unknown[] }[] }
  interface Mocks {
    timers: { enable(options: { apis: readonly string[] }): void, tick(ms: number): void }
    method<Name extends string>(of: Record<Name, unknown>, name: Name): { mock: Mock }
    restoreAll(): void
  }
  type Run = (context: { mock: Mocks }) => void | Promise<void>

  export function test(name: string, run: Run): void
  export function test(name: string, options: { timeout?: number }, run: Run): void
  export function beforeEach(run: () => void | Promise<void>): void
  export function afterEach(run: () => void | Promise<void>): void
  export const mock: Mocks
}

declare module 'node:fs' {
  interface Entry { name: string, isDirectory(): boolean }

  export function readFileSync(path: string, encoding: 'utf8'): string
  export function readdirSync(path: string, options?: { recursive: true, encoding: 'utf8' }): string[]
  export function readdirSync(path: string, options: { withFileTypes: true }): Entry[]
  export function statSync(path: string): { isDirectory(): boolean }
}

declare module 'node:path' {
  export function dirname(path: string): string
  export function join(...parts: string[]): string
  export function normalize(path: string): string
  export function relative(from: string, to: string): string
}

declare module 'node:child_process' {
  export function spawnSync(
    command: string, args: readonly string[], options: { encoding: 'utf8' }
  ): { status: number | null, stdout: string, stderr: string }
}

declare const process: { env: Record<string, string | undefined>, execPath: string }
declare const Buffer: {
  from(text: string, encoding: 'base64'): Uint8Array
  from(bytes: Uint8Array): { toString(encoding: 'base64'): string }
}
declare function setImmediate(run: () => void): void
