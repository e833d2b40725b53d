import type { ContainerEntry } from '../container.ts'
import { fileEntry } from '../file-entry.ts'
import type { NoticeList } from '../notices.ts'
import { archiveRefusal } from '../refusals-archive.ts'
import { DESCRIPTOR_BYTES, descriptorLength } from './data-descriptor.ts'
import type { FrontToBack } from './front-to-back.ts'
import type { AdmittedEntry } from './gate.ts'
import { compareLocalHeader, LOCAL_HEADER_BYTES, parseLocalHeader } from './local-header.ts'
import { FLAG_DESCRIPTOR } from './record.ts'
import { unpack } from './unpack.ts'

/** An entry that was read once. */
export interface ReadEntry {
  file: ContainerEntry
  /** Where its packed data begins in the archive. */
  dataOffset: number
  admitted: AdmittedEntry
}

/**
 * Reads one entry where it stands: local header, data, data descriptor, each checked against the directory.
 * @param end where the next entry or the directory begins
 * @throws Refusal at the first thing that is not as declared
 */
export async function readEntry(
  bytes: FrontToBack,
  admitted: AdmittedEntry,
  end: number,
  notices: NoticeList,
): Promise<ReadEntry> {
  const { record, shown, path } = admitted
  await bytes.skipTo(record.offset)
  const header = parseLocalHeader(await bytes.take(LOCAL_HEADER_BYTES), admitted)
  const rest = await bytes.take(header.nameBytes + header.extraBytes)
  if (compareLocalHeader(header, rest, admitted)) notices.add('ambiguous-flags', shown)
  const dataOffset = bytes.position
  const dataEnd = dataOffset + record.packedBytes
  if (dataEnd > end) throw archiveRefusal('overlapping-entries', { entry: shown })
  const file = fileEntry(path, unpack(await bytes.take(record.packedBytes), admitted))
  let used = dataEnd
  if ((header.flags & FLAG_DESCRIPTOR) !== 0)
    used += descriptorLength(await bytes.take(Math.min(DESCRIPTOR_BYTES, end - dataEnd)), admitted)
  if (used < end) notices.add('unclaimed-bytes', shown)
  return { file, dataOffset, admitted }
}
