import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deflateSync } from 'node:zlib'
import { assembled } from '../pdf.ts'

const run = promisify(execFile)
const DOTS_PER_INCH = 110

/** The pages of a PDF as a scanner leaves them, black and white pictures without text; needs `pdftoppm`. */
export async function scanned(pdf: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'scan-'))
  try {
    await writeFile(join(folder, 'in.pdf'), pdf)
    await run('pdftoppm', ['-mono', '-r', String(DOTS_PER_INCH), join(folder, 'in.pdf'), join(folder, 'page')])
    const names = (await readdir(folder)).filter((name) => name.endsWith('.pbm')).sort()
    return pictures(await Promise.all(names.map((name) => readFile(join(folder, name)))))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function pictures(pages: readonly Buffer[]): Uint8Array {
  const objects = pages.flatMap((page, index) => {
    const [head = '', width = '', height = ''] = /^P4\n(\d+) (\d+)\n/.exec(page.toString('latin1', 0, 40)) ?? []
    const data = deflateSync(page.subarray(head.length), { level: 9 }).toString('latin1')
    const [picture, draw] = [4, 5].map((at) => at + index * 3)
    const content = 'q 595 0 0 842 0 0 cm /I Do Q'
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /I ${picture} 0 R >> >> /Contents ${draw} 0 R >>`,
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] /Filter /FlateDecode /Length ${data.length} >>\nstream\n${data}\nendstream`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]
  })
  const kids = pages.map((_, index) => `${3 + index * 3} 0 R`)
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
    ...objects,
  ])
}
