/** Blocks of 8 × 8 points across and down: a picture of 64 × 48. */
const BLOCKS = { across: 8, down: 6 }

/**
 * A grey baseline JPEG (ITU-T T.81) that stands for a photograph, always the same bytes for the same words; these stand
 * in it as a comment, so that no two photographs are alike.
 */
export function makeJpeg(words: string): Uint8Array {
  const oneCode = [1, ...Array<number>(15).fill(0)]
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xfe, [...Buffer.from(words)]),
    segment(0xdb, [0, ...Array<number>(64).fill(1)]),
    segment(0xc0, [8, 0, BLOCKS.down * 8, 0, BLOCKS.across * 8, 1, 1, 0x11, 0]),
    segment(0xc4, [0x00, ...oneCode, 0]),
    segment(0xc4, [0x10, ...oneCode, 0]),
    segment(0xda, [1, 1, 0x00, 0, 63, 0]),
    // Each block is two codes, "no change of brightness" and "end of block", of one zero bit each.
    Buffer.alloc((BLOCKS.across * BLOCKS.down * 2) / 8),
    Buffer.from([0xff, 0xd9]),
  ])
}

function segment(marker: number, content: readonly number[]): Buffer {
  const length = content.length + 2
  return Buffer.from([0xff, marker, length >> 8, length & 0xff, ...content])
}
