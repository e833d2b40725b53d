import { InputError, QmsVerdictError, withValues } from '../src/core/errors.ts'
import type { LapseNotice, Notifier } from '../src/service/service.ts'
import type { Store } from '../src/service/store.ts'
import { AWS_TEXTS } from '../src/service/words.ts'
import {
  readVerdictKeys,
  signingKeyOf,
  type VerdictKeys,
  type VerdictSigner,
  verdictSigner,
} from '../src/verdict/known-keys.ts'

/** SQS takes ten messages at once. */
const BATCH = 10
const TRIES = 3

/** Messages could not be put into the queue. */
export class QueueFault extends QmsVerdictError {
  override name = 'QueueFault'
}

/** Puts messages into a queue. */
export type Send = (bodies: AsyncIterable<string>) => Promise<number>

/**
 * Puts messages into an SQS queue, ten at a time.
 * @returns of the function: how many there were; it throws QueueFault when some were not taken three times over
 */
export function sqsSender(queueUrl: string): Send {
  return async (bodies) => {
    const { SQSClient, SendMessageBatchCommand } = await import('@aws-sdk/client-sqs')
    const client = new SQSClient({})

    async function sendBatch(batch: string[], tried = 1): Promise<void> {
      const Entries = batch.map((MessageBody, index) => ({ Id: String(index), MessageBody }))
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }))
      const again = Failed.map(({ Id }) => batch[Number(Id)]).filter((body) => body !== undefined)
      if (again.length === 0) return
      if (tried === TRIES) throw new QueueFault(`${again.length} messages not taken: ${Failed[0]?.Code}`)
      await sendBatch(again, tried + 1)
    }

    let sent = 0
    let batch: string[] = []
    for await (const body of bodies) {
      batch.push(body)
      sent++
      if (batch.length < BATCH) continue
      await sendBatch(batch)
      batch = []
    }
    if (batch.length > 0) await sendBatch(batch)
    return sent
  }
}

/** SNS takes ASCII alone in a subject, and fewer than 100 characters. */
const MAX_SUBJECT = 99

/** Vietnamese without its marks: `Kết quả đánh giá` is `Ket qua danh gia`; other letters than ASCII's are left out. */
export function asciiSubject(text: string): string {
  const plain = text.replaceAll('đ', 'd').replaceAll('Đ', 'D').normalize('NFD')
  return plain.replace(/[^\x20-\x7e]/g, '').slice(0, MAX_SUBJECT)
}

/**
 * Publishes notices in Vietnamese to an SNS topic. The attributes `agency` and `days` are there for the filters of
 * subscriptions, so that each agency may be told of itself alone.
 */
export function snsNotifier(topicArn: string): Notifier {
  return {
    async publish(notice: LapseNotice) {
      // The SDK is loaded only on a day that has a notice.
      const { SNSClient, PublishCommand } = await import('@aws-sdk/client-sns')
      const attribute = (value: string) => ({ DataType: 'String', StringValue: value })
      const command = new PublishCommand({
        TopicArn: topicArn,
        Subject: asciiSubject(notice.subject.vi),
        Message: notice.message.vi,
        MessageAttributes: { agency: attribute(notice.agency.code), days: attribute(String(notice.days)) },
      })
      await new SNSClient({}).send(command)
    },
  }
}

/** Reads the text of a secret by its ARN. */
export type ReadSecret = (arn: string) => Promise<string>

/**
 * Secrets Manager, asked at run time, so that a secret stands in no template and no variable. What a function asks for
 * when it starts it keeps; a secret that was rotated is read by functions that start afterwards.
 * @param variable that names the secret, for the message
 * @returns of the function: the text; it throws InputError when the secret has none, and what the SDK throws
 */
export function vaultSecret(variable: string): ReadSecret {
  return async (arn) => {
    const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager')
    const { SecretString } = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: arn }))
    if (SecretString) return SecretString
    throw new InputError(withValues(AWS_TEXTS.environmentVariableSecretHolds, { variable, arn }))
  }
}

/**
 * Who signs verdicts: by a secret of the vault; the public keys that signed before lie beside what else the authority gives.
 * @throws InputError when the secret or the keys cannot be used; StoreFault
 */
export async function vaultSigner(
  {
    VERDICT_KEY_SECRET_ARN: id,
    VERDICT_KEYS_KEY: key,
  }: { VERDICT_KEY_SECRET_ARN: string; VERDICT_KEYS_KEY?: string | undefined },
  bundles: Pick<Store, 'read'>,
  readSecret: ReadSecret = vaultSecret('VERDICT_KEY_SECRET_ARN'),
): Promise<VerdictSigner> {
  const secret = await readSecret(id)
  return verdictSigner(signingKeyOf(secret, 'VERDICT_KEY_SECRET_ARN'), await earlierKeys(key, bundles))
}

async function earlierKeys(key: string | undefined, bundles: Pick<Store, 'read'>): Promise<VerdictKeys> {
  if (key === undefined) return { keys: [] }
  const bytes = await bundles.read(key)
  if (bytes !== undefined) return readVerdictKeys(new TextDecoder().decode(bytes), key)
  throw new InputError(withValues(AWS_TEXTS.environmentVariableVerdictKeys, { key }))
}
