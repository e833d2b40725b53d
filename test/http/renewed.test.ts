import { expect, test } from 'vitest'
import { withWays } from '../../src/http/layout.tsx'

const STORED =
  '<!DOCTYPE html><html lang="vi"><head><title>Kết quả</title></head><body><div class="page">\n<main></main></div>'

test('the page of a verdict that waits for its scans says so, and renews itself without a script', () => {
  const page = withWays(STORED, [], '/v', 'vi', { seconds: 15, text: '2 bản quét đang được đọc <5/9>' })
  expect(page).toContain('<meta http-equiv="refresh" content="15">')
  expect(page).toContain('role="status">2 bản quét đang được đọc &lt;5/9&gt;</p>')
  expect(page).not.toContain('<script')
  expect(withWays(STORED, [], '/v', 'vi')).not.toContain('refresh')
})
