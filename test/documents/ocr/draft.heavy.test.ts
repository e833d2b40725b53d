import { expect, test } from 'vitest'
import { draftOfScans, draftTable } from '../../../scripts/corpus/draft-folder.ts'

const PAPERS = /^(?:cong-bo|danh-gia-noi-bo|xem-xet-lanh-dao)\//

test('a folder of papers, half of them scans, gives a draft in which every value has its source and none is wrong', {
  timeout: 600_000,
}, async () => {
  const folder = await draftOfScans('department-complete', { only: (path) => PAPERS.test(path) })
  const { text, scan } = folder.counts
  const table = draftTable(folder)
  expect([text.papers, scan.papers], table).toEqual([5, 5])
  expect([...text.wrong, ...scan.wrong]).toEqual([])
  expect([text.sourced, scan.sourced], table).toEqual([text.filled, scan.filled])
  // Number, day and signer of the declaration; days and team of an audit; day and chair of a review.
  expect(scan.filled, table).toBeGreaterThan(15)
})
