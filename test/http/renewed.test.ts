import { expect, test } from 'vitest'
import { withWays } from '../../src/http/layout.tsx'

const STORED =
  '<!DOCTYPE html><html lang="vi"><head><title>Kết quả</title></head><body><div class="page">\n<main></main></div>'

test('the page of a verdict that waits for its scans says so, with the way to look again, and never loads itself anew', () => {
  const page = withWays(STORED, [], '/v', 'vi', { text: '2 bản quét đang được đọc <5/9>', again: 'Xem' })
  expect(page).toContain('role="status">2 bản quét đang được đọc &lt;5/9&gt; <a href="/v">Xem</a></p>')
  expect(page).not.toMatch(/<script|refresh/)
  expect(withWays(STORED, [], '/v', 'vi')).not.toContain('role="status"')
})
