import { expect } from 'vitest'
import { type ErasableStore, StoreFault } from '../../../src/service/store.ts'
import type { Resource } from './package-service.ts'

/** The resources of the template. */
export type Template = Readonly<Record<string, Resource>>

interface Statement {
  Action: string | string[]
  Resource: unknown
  Condition?: { Null?: Record<string, string> }
}

/** What a role may do, by the statements of its policies as IAM reads them: `BundleBucket/bundles/x` is an object. */
export function mayDo(role: string, resources: Template) {
  const policies = resources[role]?.Properties.Policies as { PolicyDocument: { Statement: Statement[] } }[]
  const statements = policies.flatMap((policy) => policy.PolicyDocument.Statement)
  return (action: string, resource: string, headers: readonly string[] = []): boolean =>
    statements.some(
      (statement) =>
        [statement.Action].flat().includes(action) &&
        [statement.Resource].flat().some((pattern) => matches(pattern, resource)) &&
        holds(statement.Condition ?? {}, headers),
    )
}

function matches(pattern: unknown, resource: string): boolean {
  const text = JSON.stringify(pattern).replaceAll(
    /\{"(?:Fn::GetAtt|Ref|Fn::Sub)":\[?"|"(?:,"Arn"\])?\}$|\$\{|\.Arn\}/g,
    '',
  )
  // A star of IAM matches any text, with slashes.
  return new RegExp(`^${text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(resource)
}

function holds({ Null = {}, ...others }: NonNullable<Statement['Condition']>, headers: readonly string[]): boolean {
  // A condition that is not understood here must not pass.
  expect(others).toEqual({})
  return Object.entries(Null).every(([key, absent]) => headers.includes(key) === (absent === 'false'))
}

/** Header of a write that replaces nothing. */
export const CREATES = ['s3:if-none-match']

/**
 * A store in a bucket, as a role reaches it: what the role may not do is an error, as S3 answers it.
 * @param denied hears of it too, so that whoever goes on after such an error hides nothing
 */
export function asRole(
  role: string,
  bucket: string,
  store: ErasableStore,
  { resources, denied }: { resources: Template; denied: string[] },
): ErasableStore {
  const may = mayDo(role, resources)
  const ask = (action: string, key: string, headers?: readonly string[]): void => {
    const resource = key === '' ? bucket : `${bucket}/${key}`
    if (may(action, resource, headers)) return
    const told = `${role} ${action} ${resource} ${headers ?? ''}`.trim()
    denied.push(told)
    throw StoreFault.from('read', resource, new Error(`AccessDenied: ${told}`))
  }
  return {
    async head(key) {
      ask('s3:GetObject', key)
      return store.head(key)
    },
    async source(key, options) {
      ask(options?.versionId === undefined ? 's3:GetObject' : 's3:GetObjectVersion', key)
      return store.source(key, options)
    },
    async read(key) {
      ask('s3:GetObject', key)
      return store.read(key)
    },
    async putIfAbsent(key, bytes, type) {
      ask('s3:PutObject', key, CREATES)
      return store.putIfAbsent(key, bytes, type)
    },
    async put(key, bytes, type) {
      ask('s3:PutObject', key)
      return store.put(key, bytes, type)
    },
    async *list(prefix, options) {
      ask('s3:ListBucket', '')
      yield* store.list(prefix, options)
    },
    async remove(key) {
      ask('s3:DeleteObject', key)
      return store.remove(key)
    },
    async erase(key) {
      ask('s3:ListBucketVersions', '')
      ask('s3:DeleteObjectVersion', key)
      return store.erase(key)
    },
  }
}
