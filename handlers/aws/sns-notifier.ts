import type { LapseNotice, Notifier } from '../../src/service/ports.ts'

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
