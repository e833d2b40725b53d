import { encode } from 'uqr'
import { verdictPath } from '../../core/paths.ts'
import { fill } from '../../render/renderer.ts'
import { verdictPaper } from '../../render/verdict-paper.ts'
import type { ReadVerdict } from '../../service/service.ts'
import { show } from '../layout.tsx'
import type { AgencyPageCall } from '../route.ts'
import { VERDICT_PAGE_WORDS as WORDS } from '../words.ts'
import { instantText } from './words.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The verdict as a paper to put before the head of the agency. */
export async function paperForHead({ context, tools, agency }: AgencyPageCall, read: ReadVerdict): Promise<Response> {
  const { verdict, listed } = read
  const sentOn = instantText(listed.uploadedOn, 'vi')
  const bytes = await verdictPaper({ verdict, ruleSet: tools.judge.ruleSet.source, sentOn })
  return context.body(Uint8Array.from(bytes), 200, {
    'Content-Type': DOCX,
    'Content-Disposition': `attachment; filename="bao-cao-${agency}-${verdict.asOf}.docx"`,
  })
}

/** The address of a verdict for a colleague, to be sent or photographed; who opens it signs in. */
export async function sharePage(call: AgencyPageCall, { listed, verdict }: ReadVerdict): Promise<Response> {
  const { tools, lang, agency } = call
  const back = verdictPath(listed.id)
  const address = `${tools.publicUrl()}${back}`
  return show(
    call,
    { title: WORDS.share[lang], above: <a href={back}>{WORDS.back[lang]}</a> },
    <>
      <p class="lead">{fill(WORDS.shareLead[lang], { agency: verdict.agency.name, code: agency }, lang)}</p>
      <p class="wrap">
        <a href={back}>{address}</a>
      </p>
      <QrCode text={address} label={WORDS.qr[lang]} />
      <p class="small muted">{WORDS.qrHint[lang]}</p>
    </>,
  )
}

/** A QR code (ISO/IEC 18004), drawn row by row on the server: no picture is loaded and no script runs. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <rect width={size} height={size} />
      <path d={path} />
    </svg>
  )
}
